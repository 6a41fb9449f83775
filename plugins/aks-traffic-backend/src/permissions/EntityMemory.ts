import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { LRUCache } from 'lru-cache';

/** How long an entity is taken for what it was, in milliseconds: the catalog itself takes longer to see a change. */
const rememberForMs = 5_000;
const mostEntities = 1000;

/**
 * Entities as the catalog shows them to a caller. Whether the caller may read them is found out each time; what they
 * are is remembered for a moment, for callers to whom the permission policy shows all entities alike.
 */
export class EntityMemory implements Pick<CatalogService, 'getEntityByRef'> {
  private readonly remembered = new LRUCache<
    string,
    Promise<Entity | undefined>
  >({ max: mostEntities, ttl: rememberForMs });

  constructor(
    private readonly options: {
      permissions: PermissionsService;
      catalog: Pick<CatalogService, 'getEntityByRef'>;
    },
  ) {}

  async getEntityByRef(
    entityRef: CompoundEntityRef,
    options: Parameters<CatalogService['getEntityByRef']>[1],
  ): Promise<Entity | undefined> {
    const { permissions, catalog } = this.options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      options,
    );
    // Where it depends on the entity, or is refused, the catalog decides.
    if (decision.result !== AuthorizeResult.ALLOW) {
      return catalog.getEntityByRef(entityRef, options);
    }
    const key = stringifyEntityRef(entityRef);
    const remembered = this.remembered.get(key);
    if (remembered) {
      return remembered;
    }
    const asked = catalog.getEntityByRef(entityRef, options);
    this.remembered.set(key, asked);
    const forget = () => this.remembered.delete(key);
    // What was not there or failed is asked again by the next request.
    asked.then(entity => entity ?? forget(), forget);
    return asked;
  }
}
