import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EntityLink, linkEntity } from '../link/linkEntity';
import { mostServices } from '../link/mostServices';
import { matchesSelector } from '../link/selector/matchesSelector';
import { toLookup } from '../link/selector/toLookup';
import { seesCluster } from '../permissions/clusterLimits';
import { ServiceView, TrafficStore } from '../store/types';
import { EntityRequest } from './TrafficService';

/** An entity, and how to find its Services. */
export interface FoundEntity extends EntityLink {
  entity: Entity;
}

/** Reads an entity, and the Services it claims with what is known of their clusters. */
export class EntityReader {
  constructor(
    private readonly options: {
      store: Pick<TrafficStore, 'readServices'>;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
    },
  ) {}

  /**
   * @throws NotFoundError when the entity does not exist or the caller may not read it.
   * @throws InputError when the entity's annotations cannot be understood.
   */
  async findEntity({
    entityRef,
    credentials,
  }: EntityRequest): Promise<FoundEntity> {
    // With the caller's credentials, so that the catalog hides what the caller may not read.
    const entity = await this.options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw new NotFoundError(
        `No entity ${stringifyEntityRef(entityRef)} was found`,
      );
    }
    return { entity, ...linkEntity(entity) };
  }

  /** @throws InputError when the entity claims more Services than an entity can mean. */
  async readView(
    { entity, match, requirements }: FoundEntity,
    { conditions }: Pick<EntityRequest, 'conditions'>,
  ): Promise<ServiceView> {
    const view = await this.options.store.readServices(
      requirements && {
        cluster: match.cluster,
        namespace: match.namespace,
        lookup: toLookup(requirements),
        accepts: labelSets =>
          labelSets.some(labels => matchesSelector(labels, requirements)),
        conditions,
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
    return {
      ...view,
      clusters: view.clusters.filter(({ name }) =>
        seesCluster(conditions, name),
      ),
    };
  }
}
