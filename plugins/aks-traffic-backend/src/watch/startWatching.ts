import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  ClusterLocation,
  ReadLimits,
  watchCluster,
} from 'backstage-plugin-aks-traffic-node';
import limiter from 'p-limit';
import { ClusterClaims } from '../claims/clusterClaims';
import { claimForMs, turnMs } from '../claims/takeOver';
import { WatchConfig } from '../config/AksTrafficConfig';
import { createWatchMeter, measureWatches } from '../metrics/measureWatches';
import { WatchStore } from '../store/watchTypes';
import { ClusterReader } from '../sweep/ClusterReader';
import { Discoveries } from '../sweep/Discoveries';
import { watchGap } from './watchGap';
import { WatchKeeper } from './WatchKeeper';

/** How soon a request for a reading is seen. */
const lookEveryMs = 2_000;

/** Watches clusters from when the backend has started until it stops. */
export function startWatching(options: {
  config: WatchConfig;
  watches: WatchStore;
  discoveries: Discoveries;
  reader: Pick<ClusterReader, 'storeObservation'>;
  claims: ClusterClaims;
  limits: ReadLimits;
  /** How many clusters sweeps read at a time; beginning to watch takes half of that besides. */
  clustersAtOnce: number;
  /** Finds out where a cluster answers. */
  locate(
    location: ClusterLocation,
    signal: AbortSignal,
  ): Promise<ClusterLocation>;
  metrics: MetricsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  clock(): Date;
}): void {
  const { config, watches, reader, limits, metrics, lifecycle } = options;
  const meter = createWatchMeter(metrics);
  const keeper = new WatchKeeper({
    ...options,
    ...config,
    store: watches,
    lookEveryMs,
    leaseMs: claimForMs,
    turnEveryMs: turnMs,
    retryAfterMs: 60_000,
    inTurn: limiter(Math.max(1, Math.floor(options.clustersAtOnce / 2))),
    watch: async request => {
      const gap = watchGap(request.location);
      if (gap !== undefined) {
        // It was found in another way when this replica took it, and is left at the next turn.
        throw new Error(gap);
      }
      const { signal } = request;
      const location = await options.locate(request.location, signal);
      return watchCluster({ ...request, location, limits, meter });
    },
    judge: observed => reader.storeObservation(observed),
  });
  measureWatches({ metrics, counts: () => keeper.counts });
  lifecycle.addStartupHook(() => keeper.start());
  lifecycle.addShutdownHook(() => keeper.stop());
}
