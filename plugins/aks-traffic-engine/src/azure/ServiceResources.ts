import { armKey } from './armId';
import { FactTables } from './FactTables';
import { ManagedCluster, PrivateLinkService, PublicIp } from './facts';
import { groupBy } from './groupBy';
import { isInNodeResourceGroup } from './lookupKeys';

/** A Service of a cluster, as the tags of resources name it. */
export interface ServiceName {
  cluster: ManagedCluster;
  namespace: string;
  service: string;
}

/** What the cloud provider made for Services, by its tags. */
export class ServiceResources {
  private readonly publicIps: ReadonlyMap<string, readonly PublicIp[]>;
  private readonly linksByOwner: ReadonlyMap<
    string,
    readonly PrivateLinkService[]
  >;
  private readonly linksByFrontend: ReadonlyMap<
    string,
    readonly PrivateLinkService[]
  >;

  constructor(tables: FactTables) {
    this.publicIps = groupBy(
      tables.publicIps.values(),
      ({ serviceOwners }) => serviceOwners,
    );
    const links = [...tables.privateLinkServices.values()];
    this.linksByOwner = groupBy(links, ({ ownerService }) => [ownerService]);
    this.linksByFrontend = groupBy(links, ({ frontendIds }) =>
      frontendIds.map(armKey),
    );
  }

  /**
   * The addresses made for a Service that a load balancer of the cluster has in use. The tag of the cluster is no help:
   * AKS gives all clusters the same name there.
   */
  publicIpsOf({ cluster, namespace, service }: ServiceName): PublicIp[] {
    return (this.publicIps.get(`${namespace}/${service}`) ?? []).filter(
      ({ ipConfigurationId = '' }) =>
        /\/loadbalancers\//i.test(ipConfigurationId) &&
        isInNodeResourceGroup(ipConfigurationId, cluster),
    );
  }

  /** By the tag of the owner, and by the frontends they are on. */
  privateLinkServicesOf(
    options: ServiceName & { frontendIds: readonly string[] },
  ): PrivateLinkService[] {
    const { cluster, namespace, service, frontendIds } = options;
    const owned = this.linksByOwner.get(`${namespace}/${service}`) ?? [];
    const attached = frontendIds.flatMap(
      id => this.linksByFrontend.get(armKey(id)) ?? [],
    );
    return [
      ...new Set([
        ...owned.filter(candidate =>
          [candidate.armId, ...candidate.frontendIds].some(armId =>
            isInNodeResourceGroup(armId, cluster),
          ),
        ),
        ...attached,
      ]),
    ];
  }
}
