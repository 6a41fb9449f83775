import { AzureContext, ClusterEndpoint } from './azure/AzureContext';
import { CertificateAuthority } from './certificates';
import { SimulatedCluster, StoredObject } from './estate';
import { Recreation } from './control';
import {
  createKubernetesServer,
  CreateKubernetesServerOptions,
  KubernetesServer,
} from './kubernetes';

type ServerSettings = Omit<
  CreateKubernetesServerOptions,
  'cluster' | 'certificates' | 'objects' | 'incarnation'
>;

/** Where AKS puts what it runs in a cluster itself. */
const SYSTEM_NAMESPACE = 'kube-system';

/** The API servers of an estate's clusters, each of which can be another one tomorrow. */
export class ClusterServers {
  /** By the name of the cluster. */
  readonly servers = new Map<string, KubernetesServer>();
  readonly #authorities = new Map<string, CertificateAuthority>();
  readonly #incarnations = new Map<string, number>();

  constructor(
    private readonly estate: AzureContext['estate'],
    /** Signs for clusters to which nothing has happened. */
    private readonly authority: CertificateAuthority,
    private readonly settings: ServerSettings,
  ) {}

  /** @param options.port - of the first cluster, see `StartSimulatorOptions`. */
  async start({ port }: { port?: number }): Promise<void> {
    for (const [index, cluster] of this.estate.clusters.entries()) {
      await this.#serve(cluster, {
        port: port ? port + index : 0,
        certificates: this.authority,
      });
    }
  }

  /** What Azure knows of them, which is always what they are now. */
  get endpoints(): ClusterEndpoint[] {
    const { servers } = this;
    return this.estate.clusters.map(cluster => ({
      cluster,
      get server() {
        return servers.get(cluster.name)!.url;
      },
      certificates: () => this.#authorities.get(cluster.name) ?? this.authority,
    }));
  }

  async rotate(name: string): Promise<void> {
    const rotated = await CertificateAuthority.create('Rotated cluster');
    this.#authorities.set(name, rotated);
    await this.servers.get(name)!.present(rotated);
  }

  /**
   * Deletes a cluster and makes one of its name and resource id, see the control port. Throws before anything is changed
   * when an object is of a kind that is not installed.
   */
  async recreate(
    name: string,
    { objects, rowStays }: Recreation,
  ): Promise<void> {
    const cluster = this.estate.clusters.find(each => each.name === name)!;
    const incarnation = (this.#incarnations.get(name) ?? 0) + 1;
    const authority = await CertificateAuthority.create('Recreated cluster');
    const before = this.servers.get(name)!;
    await this.#serve(cluster, {
      incarnation,
      certificates: authority,
      objects: objects && [...cluster.objects.filter(isOfAks), ...objects],
    });
    this.#incarnations.set(name, incarnation);
    this.#authorities.set(name, authority);
    await before.close();
    if (!rowStays) {
      this.#renameHost(cluster, incarnation);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map(server => server.close()));
  }

  async #serve(
    cluster: SimulatedCluster,
    options: Pick<
      CreateKubernetesServerOptions,
      'port' | 'objects' | 'incarnation' | 'certificates'
    >,
  ): Promise<void> {
    this.servers.set(
      cluster.name,
      await createKubernetesServer({
        ...this.settings,
        ...options,
        cluster,
      }),
    );
  }

  /** AKS gives each cluster a name of its own below the prefix that was asked for. */
  #renameHost({ armId }: SimulatedCluster, incarnation: number): void {
    const row = this.estate.resources.find(
      ({ id }) => id.toLowerCase() === armId?.toLowerCase(),
    );
    if (row) {
      // In its place: Resource Graph's tables hold the same properties.
      row.properties.fqdn = String(row.properties.fqdn).replace(
        /^[^.]*/,
        host =>
          host.replace(
            /-[0-9a-z]{8}$|$/,
            `-${String(incarnation).padStart(8, '0')}`,
          ),
      );
    }
  }
}

/** What is there before anybody uses a new cluster: its nodes and kinds, and what AKS runs in it. */
function isOfAks({ metadata }: StoredObject): boolean {
  return (metadata.namespace ?? SYSTEM_NAMESPACE) === SYSTEM_NAMESPACE;
}
