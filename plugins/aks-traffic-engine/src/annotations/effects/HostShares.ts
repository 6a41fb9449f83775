import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { append } from '../../objects/append';
import { kinds } from '../../objects/kinds';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { defaultAnnotationPrefix } from '../../systems/AnnotationReading';
import { instanceKey } from '../../systems/ControllerInstance';
import { AnnotationValues } from '../conditions';
import { HostShare } from './HostShare';
import { ingressHosts } from './ingressPaths';

/** Says what the annotations of an Ingress under a prefix say, by name. */
type AnnotationValuesOf = (
  ingress: KubernetesObject,
  prefix: string,
) => AnnotationValues;

/** Of an Ingress that is alone with its host. */
const nothingShared = new HostShare('');

/**
 * What Ingresses have in common by their hosts: NGINX makes one server of each host, whoever asks for it. Controllers
 * do not see one another's Ingresses.
 */
export class HostShares {
  static create(
    index: ClusterIndex,
    ownersOf: (ingress: KubernetesObject) => readonly IngressOwner[],
    valuesOf: AnnotationValuesOf,
  ): HostShares {
    const byHost = new Map<string, KubernetesObject[]>();
    for (const ingress of index.list(kinds.ingress)) {
      for (const host of ingressHosts(ingress)) {
        append(byHost, host, ingress);
      }
    }
    return new HostShares(byHost, ownersOf, valuesOf);
  }

  private readonly shares = new Map<string, ReadonlyMap<string, HostShare>>();

  private constructor(
    private readonly byHost: ReadonlyMap<string, readonly KubernetesObject[]>,
    private readonly ownersOf: (
      ingress: KubernetesObject,
    ) => readonly IngressOwner[],
    private readonly valuesOf: AnnotationValuesOf,
  ) {}

  /** What each host of an Ingress has in common, of those that the same controller serves. */
  of(
    ingress: KubernetesObject,
    owner: IngressOwner,
  ): ReadonlyMap<string, HostShare> {
    const key = ownerKey(owner);
    const shares = new Map<string, HostShare>();
    for (const host of ingressHosts(ingress)) {
      const share = this.isShared(host)
        ? this.sharesOf(host).get(key)
        : nothingShared;
      if (share !== undefined) {
        shares.set(host, share);
      }
    }
    return shares;
  }

  /** Most hosts have a single Ingress, of which there is nothing to work out. */
  private isShared(host: string): boolean {
    return (this.byHost.get(host)?.length ?? 0) > 1;
  }

  private sharesOf(host: string): ReadonlyMap<string, HostShare> {
    const known = this.shares.get(host);
    if (known !== undefined) {
      return known;
    }
    const byOwner = new Map<string, HostShare>();
    for (const ingress of this.byHost.get(host) ?? []) {
      for (const owner of this.ownersOf(ingress)) {
        const key = ownerKey(owner);
        const share = byOwner.get(key) ?? new HostShare(host);
        byOwner.set(key, share);
        share.add(
          ingress,
          this.valuesOf(
            ingress,
            owner.annotationReading?.prefix ?? defaultAnnotationPrefix,
          ),
        );
      }
    }
    this.shares.set(host, byOwner);
    return byOwner;
  }
}

function ownerKey({ system, controller }: IngressOwner): string {
  return controller === undefined ? system : instanceKey(controller);
}
