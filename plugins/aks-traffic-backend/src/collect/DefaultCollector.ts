import { LoggerService } from '@backstage/backend-plugin-api';
import limiter from 'p-limit';
import { ClusterObservation } from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  ClusterSource,
  observeCluster,
  ReadLimits,
} from 'backstage-plugin-aks-traffic-node';
import { AzureReader, createAzureReader } from '../azure/AzureReader';
import { managedClusterRows } from '../azure/clusters/managedClusterRow';
import { EstateReading } from '../azure/estate/readEstate';
import { AksTrafficConfig } from '../config/AksTrafficConfig';
import { inClusterSource } from './inClusterSource';
import { joinAzureRows } from './joinAzureRows';
import { listSources } from './listSources';
import { NamedCluster, nameClusters } from './nameClusters';
import { staticClusterSource } from './staticClusterSource';
import { Collector, Discovery, ObserveOptions } from './types';

type Limit = ReturnType<typeof limiter>;

const withoutAzure: EstateReading = {
  estate: {
    rows: [],
    gaps: [
      'Azure is not configured (aksTraffic.azure): nothing is known of egress paths and public addresses.',
    ],
    readTypes: [],
  },
  clusterGaps: [],
  outdated: [],
};

/** Reads Azure and clusters as app-config says, together with the sources that modules add. */
export class DefaultCollector implements Collector {
  private readonly lane: Limit;
  private readonly slowLane: Limit;

  private constructor(
    private readonly sources: readonly ClusterSource[],
    private readonly azure: AzureReader | undefined,
    private readonly azureTimeoutMs: number,
    private readonly sourceTimeoutMs: number,
    private readonly limits: ReadLimits,
    clustersAtOnce: number,
    private readonly logger: LoggerService,
    private readonly listKnown: () => Promise<readonly NamedCluster[]>,
  ) {
    this.lane = limiter(clustersAtOnce);
    this.slowLane = limiter(Math.max(1, Math.floor(clustersAtOnce / 2)));
  }

  /**
   * @param options.sources - sources added through the extension point; their clusters yield to those of app-config.
   * @param options.azure - replaces the reader made by configuration, in tests.
   */
  static create(options: {
    config: AksTrafficConfig;
    logger: LoggerService;
    sources?: readonly ClusterSource[];
    azure?: AzureReader;
    /** Lists the clusters of earlier looks, so that they keep their names. */
    listKnown?: () => Promise<readonly NamedCluster[]>;
    /** Told how many queries are left of Resource Graph's quota. */
    onQuota?: (remaining: number) => void;
  }): DefaultCollector {
    const { config, logger } = options;
    const { kubernetes } = config;
    const azure =
      options.azure ??
      (config.azure &&
        createAzureReader({
          config: config.azure,
          serverApplicationId: kubernetes.aadServerApplicationId,
          onQuota: options.onQuota,
        }));
    return new DefaultCollector(
      [
        staticClusterSource(config.clusters),
        ...(config.inCluster ? [inClusterSource(config.inCluster)] : []),
        ...(options.sources ?? []),
      ],
      azure,
      config.azure?.timeoutMs ?? 0,
      config.sourceTimeoutMs,
      kubernetes.limits,
      kubernetes.clustersAtOnce,
      logger,
      options.listKnown ?? (async () => []),
    );
  }

  async discover(signal: AbortSignal): Promise<Discovery> {
    const [{ estate, clusterGaps, outdated }, listing] = await Promise.all([
      this.readEstate(signal),
      listSources(this.sources, {
        signal,
        timeoutMs: this.sourceTimeoutMs,
      }),
    ]);
    signal.throwIfAborted();
    const joined = joinAzureRows({
      given: listing.clusters,
      rows: managedClusterRows(estate.rows),
    });
    const { clusters, gaps } = nameClusters({
      given: joined.given,
      azure: this.azure?.list(joined.remaining) ?? [],
      known: await this.listKnown(),
    });
    this.logger.debug(
      `Discovered ${clusters.length} clusters and ${estate.rows.length} Azure resources`,
    );
    return {
      estate,
      clusters,
      gaps: [...clusterGaps, ...listing.gaps, ...joined.gaps, ...gaps],
      outdated,
      complete: clusterGaps.length === 0 && listing.complete,
    };
  }

  async observe(
    location: ClusterLocation,
    signal: AbortSignal,
    options: ObserveOptions = { failedBefore: false },
  ): Promise<ClusterObservation> {
    const lane = options.failedBefore ? this.slowLane : this.lane;
    return lane(async () => {
      const located = await this.locate(location, signal);
      const observation = await observeCluster({
        location: located,
        signal,
        limits: this.limits,
      });
      this.learnFrom(located, observation, options.reading);
      return observation;
    });
  }

  /**
   * Finds out where a cluster answers. Azure is asked when it is about to be read, and not for all at once by a look that
   * would have to wait for thousands of answers.
   *
   * @returns a location that says why when that cannot be found out.
   * @throws only when `signal` is aborted.
   */
  async locate(
    location: ClusterLocation,
    signal: AbortSignal,
  ): Promise<ClusterLocation> {
    if (!this.azure || location.source !== 'azure') {
      return location;
    }
    const located = await this.azure.locate(location, this.azureSignal(signal));
    signal.throwIfAborted();
    return located;
  }

  private async readEstate(signal: AbortSignal): Promise<EstateReading> {
    return this.azure
      ? await this.azure.readEstate(this.azureSignal(signal))
      : withoutAzure;
  }

  private azureSignal(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, AbortSignal.timeout(this.azureTimeoutMs)]);
  }

  private learnFrom(
    location: ClusterLocation,
    observation: ClusterObservation,
    reading: string | undefined,
  ): void {
    const { name, armId, access } = location;
    if (
      observation.coverage === 'unreachable' &&
      armId &&
      access.kind === 'token'
    ) {
      this.azure?.forget(armId);
    }
    const gaps = [
      ...observation.gaps,
      ...observation.reads.flatMap(({ gap }) => gap ?? []),
    ];
    this.logger.debug(
      `Read cluster ${name}: ${observation.coverage}, ${observation.objects.length} objects`,
      {
        cluster: name,
        ...(reading !== undefined && { reading }),
        ...(gaps.length > 0 && { gaps: gaps.join(' ') }),
      },
    );
  }
}
