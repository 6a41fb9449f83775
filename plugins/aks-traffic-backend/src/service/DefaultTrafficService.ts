import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ClusterDetails,
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
  Retirement,
} from 'backstage-plugin-aks-traffic-common';
import { seesAllClusters, seesCluster } from '../permissions/clusterLimits';
import { unknownCluster } from '../permissions/unknownCluster';
import { SensitiveValues } from '../sensitive/SensitiveValues';
import { toOverview } from '../store/overview';
import { TrafficStore } from '../store/types';
import { StoredWatch } from '../store/watchTypes';
import { EncodedAnswer } from './answers/EncodedAnswer';
import { EntityAnswers } from './answers/EntityAnswers';
import { describeGaps } from './describeGaps';
import { entityReferences } from './entityReferences';
import { EntityReader } from './EntityReader';
import { RefreshTooSoonError } from './RefreshTooSoonError';
import { toClusterSummary } from './toClusterSummary';
import { toEntityObjects } from './toEntityObjects';
import { EntityRequest, TrafficService } from './TrafficService';
import { reasonsWithin } from './withoutReasons';

/** Answers from the store. */
export class DefaultTrafficService implements TrafficService {
  private readonly entities: EntityReader;
  private readonly answers: EntityAnswers;

  constructor(
    private readonly options: {
      store: TrafficStore;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
      retirements: readonly Retirement[];
      sensitive: Pick<SensitiveValues, 'forCaller' | 'shownServices'>;
      staleAfterMs: number;
      /** A reading younger than this is not repeated on request. */
      freshForMs: number;
      clock(): Date;
      /** Called when a reading was asked for. */
      hurry(cluster: string): Promise<void>;
      /** Absent where clusters are not watched. */
      readWatches?(): Promise<ReadonlyMap<string, StoredWatch>>;
    },
  ) {
    this.entities = new EntityReader(options);
    this.answers = new EntityAnswers({ ...options, entities: this.entities });
  }

  async getEntityTraffic(options: EntityRequest): Promise<EntityTraffic> {
    return this.answers.read(options);
  }

  async getEntityAnswer(options: EntityRequest): Promise<EncodedAnswer> {
    return this.answers.readEncoded(options);
  }

  async getEntityObjects(options: EntityRequest): Promise<EntityObjects> {
    const { store, sensitive } = this.options;
    const found = await this.entities.findEntity(options);
    const view = await this.entities.readView(found, options);
    const objects = await store.readObjects(entityReferences(view));
    return sensitive.forCaller(toEntityObjects(objects), {
      credentials: options.credentials,
      subject: { entity: found.entity, ...view },
    });
  }

  async listClusters(
    options: Parameters<TrafficService['listClusters']>[0],
  ): Promise<ClusterList> {
    const { store, sensitive, staleAfterMs, clock } = this.options;
    const { credentials, conditions } = options;
    const { clusters, overviews, egress, discovery } =
      await store.readClusters();
    const seen = clusters.filter(({ name }) => seesCluster(conditions, name));
    const watches = await this.options.readWatches?.();
    const sweep = await store.readSweep({ now: clock() });
    const list: ClusterList = {
      items: seen.map(cluster =>
        toClusterSummary(cluster, {
          overview: overviews.get(cluster.name),
          egress: egress.get(cluster.name),
          watches,
          now: clock(),
          staleAfterMs,
        }),
      ),
      gaps: reasonsWithin(conditions, describeGaps(discovery)),
      // It counts clusters that this caller may not know of.
      ...(sweep && seesAllClusters(conditions) && { sweep }),
    };
    return sensitive.forCaller(list, { credentials });
  }

  async getCluster(
    options: Parameters<TrafficService['getCluster']>[0],
  ): Promise<ClusterDetails> {
    const { store, sensitive, staleAfterMs, clock } = this.options;
    const { cluster: name, credentials } = options;
    const found = await store.readCluster(name);
    if (!found) {
      throw unknownCluster(name);
    }
    const { cluster, traffic, egress } = found;
    const details: ClusterDetails = {
      cluster: toClusterSummary(cluster, {
        overview: traffic && toOverview(traffic),
        egress,
        watches: await this.options.readWatches?.(),
        now: clock(),
        staleAfterMs,
      }),
      controllers: traffic?.controllers ?? [],
      findings: traffic?.findings ?? [],
    };
    return sensitive.forCaller(details, { credentials });
  }

  async refreshCluster(
    options: Parameters<TrafficService['refreshCluster']>[0],
  ): Promise<RefreshAccepted> {
    const { cluster } = options;
    const { store, freshForMs } = this.options;
    // By which readings begin, and claims on clusters lapse.
    const now = await store.readTime();
    const result = await store.requestReading({
      cluster,
      now,
      freshAfter: new Date(now.getTime() - freshForMs),
    });
    switch (result.outcome) {
      case 'queued':
        await this.options.hurry(cluster);
        return { cluster, started: true };
      case 'under-way':
        return { cluster, started: false };
      case 'too-soon': {
        // Bounded on both sides, because a clock may have been set back meanwhile.
        const freshUntil = new Date(result.attemptedAt).getTime() + freshForMs;
        const wait = Math.min(freshUntil - now.getTime(), freshForMs);
        throw new RefreshTooSoonError(
          `Cluster ${cluster} was read at ${
            result.attemptedAt
          } and is not read again within ${freshForMs / 1000} seconds`,
          Math.max(1, Math.ceil(wait / 1000)),
        );
      }
      case 'missing':
        throw new ConflictError(
          `Cluster ${cluster} cannot be read: ${result.reason}`,
        );
      default:
        throw unknownCluster(cluster);
    }
  }
}
