import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ClusterList,
  EntityMatch,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
  Retirement,
} from 'backstage-plugin-aks-traffic-common';
import { linkEntity } from '../link/linkEntity';
import { mostServices } from '../link/mostServices';
import { matchesSelector } from '../link/selector/matchesSelector';
import { toLookup } from '../link/selector/toLookup';
import { SensitiveValues } from '../sensitive/SensitiveValues';
import { ServiceView, TrafficStore } from '../store/types';
import { describeGaps } from './describeGaps';
import { entityReferences } from './entityReferences';
import { RefreshTooSoonError } from './RefreshTooSoonError';
import { toClusterSummary } from './toClusterSummary';
import { toEntityObjects } from './toEntityObjects';
import { toEntityTraffic } from './toEntityTraffic';
import { EntityRequest, TrafficService } from './TrafficService';

/** Answers from the store. */
export class DefaultTrafficService implements TrafficService {
  constructor(
    private readonly options: {
      store: TrafficStore;
      catalog: CatalogService;
      retirements: readonly Retirement[];
      sensitive: Pick<SensitiveValues, 'forCaller'>;
      staleAfterMs: number;
      /** A reading younger than this is not repeated on request. */
      freshForMs: number;
      clock(): Date;
      /** Called when a reading was asked for. */
      hurry(cluster: string): Promise<void>;
    },
  ) {}

  async getEntityTraffic(options: EntityRequest): Promise<EntityTraffic> {
    const { retirements, sensitive, staleAfterMs, clock } = this.options;
    const { entity, match, view } = await this.readEntity(options);
    const traffic = toEntityTraffic({
      ...view,
      entityRef: stringifyEntityRef(entity),
      match,
      gaps: describeGaps(view.discovery),
      retirements,
      now: clock(),
      staleAfterMs,
    });
    return sensitive.forCaller(traffic, {
      credentials: options.credentials,
      subject: { entity, ...view },
    });
  }

  async getEntityObjects(options: EntityRequest): Promise<EntityObjects> {
    const { store, sensitive } = this.options;
    const { entity, view } = await this.readEntity(options);
    const objects = await store.readObjects(entityReferences(view));
    return sensitive.forCaller(toEntityObjects(objects), {
      credentials: options.credentials,
      subject: { entity, ...view },
    });
  }

  async listClusters(
    options: Parameters<TrafficService['listClusters']>[0],
  ): Promise<ClusterList> {
    const { store, sensitive, staleAfterMs, clock } = this.options;
    const { clusters, traffic, egress, discovery } = await store.readClusters();
    const list: ClusterList = {
      items: clusters.map(cluster =>
        toClusterSummary(cluster, {
          traffic: traffic.get(cluster.name),
          egress: egress.get(cluster.name),
          now: clock(),
          staleAfterMs,
        }),
      ),
      gaps: describeGaps(discovery),
    };
    return sensitive.forCaller(list, options);
  }

  async refreshCluster(
    options: Parameters<TrafficService['refreshCluster']>[0],
  ): Promise<RefreshAccepted> {
    const { cluster } = options;
    const { freshForMs } = this.options;
    const now = this.options.clock();
    const result = await this.options.store.requestReading({
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
        // Bounded on both sides, because another replica's clock may have set the time.
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
        throw new NotFoundError(`No cluster ${cluster} is known`);
    }
  }

  /** The entity, and the Services it claims with what is known of their clusters. */
  private async readEntity(
    options: EntityRequest,
  ): Promise<{ entity: Entity; match: EntityMatch; view: ServiceView }> {
    const { store, catalog } = this.options;
    // With the caller's credentials, so that the catalog hides what the caller may not read.
    const entity = await catalog.getEntityByRef(options.entityRef, {
      credentials: options.credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `No entity ${stringifyEntityRef(options.entityRef)} was found`,
      );
    }
    const { match, requirements } = linkEntity(entity);
    const view = await store.readServices(
      requirements && {
        cluster: match.cluster,
        namespace: match.namespace,
        lookup: toLookup(requirements),
        accepts: labelSets =>
          labelSets.some(labels => matchesSelector(labels, requirements)),
        conditions: options.conditions,
        limit: mostServices,
      },
    );
    if (view.truncated) {
      throw new InputError(
        `The annotations of ${stringifyEntityRef(
          entity,
        )} select more than ${mostServices} Services. Narrow them with backstage.io/kubernetes-namespace or a stricter label selector.`,
      );
    }
    return { entity, match, view };
  }
}
