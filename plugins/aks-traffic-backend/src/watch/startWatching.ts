import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Severity } from 'backstage-plugin-aks-traffic-common';
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
import { TrafficStore } from '../store/types';
import { WatchStore } from '../store/watchTypes';
import { AnalyzeCluster, ClusterReader } from '../sweep/ClusterReader';
import { Discoveries } from '../sweep/Discoveries';
import { WatchKeeper } from './WatchKeeper';

/** How soon a request for a reading is seen. */
const lookEveryMs = 2_000;

/** Watches clusters from when the backend has started until it stops. */
export function startWatching(options: {
  config: WatchConfig;
  store: TrafficStore;
  watches: WatchStore;
  discoveries: Discoveries;
  claims: ClusterClaims;
  analyzeCluster: AnalyzeCluster;
  severities: Record<string, Severity>;
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
  onChanged?(cluster: string): void;
}): void {
  const { config, watches, limits, metrics, lifecycle } = options;
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
      if (request.location.kubernetesPluginCluster !== undefined) {
        throw new Error(
          "It is read through Backstage's Kubernetes plugin, whose proxy is not asked for watches.",
        );
      }
      const { signal } = request;
      const location = await options.locate(request.location, signal);
      return watchCluster({ ...request, location, limits, meter });
    },
    judge: ({ observation, ...reading }) =>
      new ClusterReader({
        ...options,
        collector: { observe: async () => observation },
      }).read(reading),
  });
  measureWatches({ metrics, counts: () => keeper.counts });
  lifecycle.addStartupHook(() => keeper.start());
  lifecycle.addShutdownHook(() => keeper.stop());
}
