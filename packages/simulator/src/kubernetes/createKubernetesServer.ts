import type { CertificateAuthority } from '../certificates';
import type { TokenAuthority } from '../entra';
import type { Identity, SimulatedCluster, StoredObject } from '../estate/types';
import type { FaultRegistry } from '../faults';
import { deployObjects } from '../deploy/deployObjects';
import {
  Clock,
  HangStage,
  listenSilently,
  RunningServer,
  startServer,
} from '../http';
import { RequestCounter } from './ClusterContext';
import { createRequestHandler } from './createRequestHandler';
import { ApiCatalog } from './discovery/ApiCatalog';
import { reserveRefusingAddress } from './reach/reserveRefusingAddress';
import { DiscoveryFormat } from './requests/negotiate';
import { ClusterObjects, ObjectReference } from './store/ClusterObjects';
import { ObjectStore } from './store/ObjectStore';
import { Disturbance, OpenWatches } from './watch/OpenWatches';

type ServerAuthority = Pick<CertificateAuthority, 'issueServerCertificate'>;

export interface CreateKubernetesServerOptions {
  cluster: SimulatedCluster;
  /** What is in it instead of the estate's objects. */
  objects?: readonly StoredObject[];
  /** How often it was made anew: the uids of its objects are others each time. 0 by default. */
  incarnation?: number;
  /** Everybody the tenant knows; their `kubernetesRoles` say what they may do here. */
  identities: readonly Identity[];
  authority: Pick<TokenAuthority, 'verify'>;
  faults: FaultRegistry;
  certificates: ServerAuthority;
  counters: RequestCounter;
  clock: Clock;
  /** 0, the default, picks a free port. */
  port?: number;
  /** False makes it a server that only knows discovery per group; by default the version decides. */
  aggregatedDiscovery?: boolean;
  /** Time between the bookmarks of a watch; 60 s by default, as real servers have it. */
  bookmarkIntervalMs?: number;
  /** Requests at the same time, watches not counted, above which more are refused with 429; no limit by default. */
  maximumInFlight?: number;
  /** Told about requests that failed for a reason that is not the client's. */
  onError?: (error: unknown) => void;
}

/** The API server of a simulated cluster. */
export interface KubernetesServer {
  /** `https://localhost:PORT`, also of a cluster that cannot be reached. */
  url: string;
  /** Creates or replaces an object. Throws for a kind that is not installed. */
  apply(object: StoredObject): void;
  /**
   * Creates or replaces objects as `apply` does, and what the controllers of a cluster make because of them: pods,
   * addresses, the status of Gateways and routes. Throws before anything is changed when a kind is not installed.
   */
  deploy(objects: StoredObject[]): void;
  /** Deletes an object; false when there is none. Throws for a kind that is not installed. */
  remove(reference: ObjectReference): boolean;
  /** Presents a certificate of another authority from now on, as after a rotation. */
  present(authority: ServerAuthority): Promise<void>;
  /** Makes all continue tokens and watch positions given out so far too old. */
  compact(): void;
  /** Hangs at a stage of each connection from now on, or at none. A cluster that cannot be reached stays as it is. */
  hang(stage: HangStage | undefined): Promise<void>;
  /** Watches open now. */
  openWatches(): number;
  /** Disturbs the open watches of one plural resource, or all, and tells how many they were. */
  disturbWatches(how: Disturbance, resource?: string): number;
  close(): Promise<void>;
}

/** Starts the API server of a cluster on loopback, with the objects of the estate in it. */
export async function createKubernetesServer(
  options: CreateKubernetesServerOptions,
): Promise<KubernetesServer> {
  const { cluster, faults, incarnation, objects: given } = options;
  const clock = faults.clockFor(cluster.name, options.clock);
  const catalog = new ApiCatalog(cluster.apis);
  const store = new ObjectStore();
  const objects = new ClusterObjects({
    clusterName: cluster.name,
    incarnation,
    catalog,
    store,
    clock,
  });
  for (const object of given ?? cluster.objects) {
    objects.apply(object);
  }
  // The history begins when the server does.
  store.compact();

  const watches = new OpenWatches();
  const { url, close, hang, changeCertificate } = await listen({
    ...options,
    watches,
    clock,
    catalog,
    store,
  });
  return {
    url,
    apply: object => objects.apply(object),
    deploy: deployed => {
      const made = deployObjects({
        cluster: cluster.name,
        version: cluster.version,
        existing: [...store.all()],
        deployed: deployed.map(object => objects.locate(object)),
        now: clock.now(),
      });
      for (const object of made) {
        objects.apply(object);
      }
    },
    remove: reference => objects.remove(reference),
    present: async authority =>
      changeCertificate(await authority.issueServerCertificate()),
    compact: () => store.compact(),
    hang,
    openWatches: () => watches.size,
    disturbWatches: (how, resource) => watches.disturb(how, resource),
    close,
  };
}

async function listen(
  options: CreateKubernetesServerOptions & {
    catalog: ApiCatalog;
    store: ObjectStore;
    watches: OpenWatches;
  },
): Promise<
  Pick<RunningServer, 'url' | 'close' | 'hang' | 'changeCertificate'>
> {
  const { cluster, port, clock, certificates, onError } = options;
  if (cluster.reach === 'refused') {
    return withUrl(
      port ? { port, close: async () => {} } : await reserveRefusingAddress(),
    );
  }
  if (cluster.reach === 'silent') {
    return withUrl(await listenSilently(port));
  }
  const {
    bookmarkIntervalMs = 60_000,
    maximumInFlight = Infinity,
    aggregatedDiscovery = true,
  } = options;
  return await startServer({
    handler: createRequestHandler({
      ...options,
      bookmarkIntervalMs,
      maximumInFlight,
      aggregated: aggregatedDiscovery ? aggregatedFormats(cluster.version) : [],
    }),
    certificate: await certificates.issueServerCertificate(),
    port,
    clock,
    onError,
  });
}

/** Aggregated discovery came as beta with Kubernetes 1.26 and in its stable form with 1.30. */
function aggregatedFormats(version: string): DiscoveryFormat[] {
  const minor = Number(version.split('.')[1]);
  return [
    ...(minor >= 30 ? (['v2'] as const) : []),
    ...(minor >= 26 ? (['v2beta1'] as const) : []),
  ];
}

function withUrl({ port, close }: { port: number; close(): Promise<void> }) {
  return {
    url: `https://localhost:${port}`,
    close,
    hang: async () => {},
    changeCertificate: () => {
      throw new TypeError('Nobody gets to see a certificate of this server');
    },
  };
}
