import type { Identity, SimulatedCluster } from '../estate/types';
import type { TokenAuthority } from '../entra';
import type { FaultRegistry } from '../faults';
import type { Clock } from '../http';
import type { ApiCatalog } from './discovery/ApiCatalog';
import type { DiscoveryFormat } from './requests/negotiate';
import type { ObjectStore } from './store/ObjectStore';
import type { OpenWatches } from './watch/OpenWatches';

/** Told about every request, before anything is decided about it. */
export interface RequestCounter {
  /** `resource` is a plural, or a word for what is not about objects; `verb` one of RBAC's. */
  count(target: string, resource: string, verb: string): void;
}

/** Everything that answering a request to one cluster's API server needs. */
export interface ClusterContext {
  cluster: SimulatedCluster;
  /** Everybody the tenant knows. */
  identities: readonly Identity[];
  authority: Pick<TokenAuthority, 'verify'>;
  faults: FaultRegistry;
  counters: RequestCounter;
  /** The time as this server sees it. */
  clock: Clock;
  catalog: ApiCatalog;
  store: ObjectStore;
  /** Aggregated discovery documents on offer. */
  aggregated: DiscoveryFormat[];
  bookmarkIntervalMs: number;
  watches: OpenWatches;
  /** Requests, watches not counted, above which the server refuses more. */
  maximumInFlight: number;
}
