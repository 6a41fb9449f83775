import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { LinkedEntities } from '../store/listTypes';

/** How long what a user may read is believed, in milliseconds: a page asks for several answers at once. */
const rememberForMs = 30_000;

/** Entities asked for at a time. */
const batchSize = 500;

/** Asks the catalog which of the entities that claim Services a caller may read. */
export class ReadableEntities {
  private readonly remembered = new Map<
    string,
    { until: number; revision: string; ids: Promise<number[]> }
  >();

  constructor(
    private readonly options: {
      permissions: PermissionsService;
      catalog: CatalogService;
      store: { readLinkedEntities(): Promise<LinkedEntities> };
      clock(): Date;
    },
  ) {}

  /**
   * Ids of the entities a caller may read; `undefined` when that is all of them.
   *
   * @throws when the catalog does not answer: what a caller may read is not guessed.
   */
  async ids(credentials: BackstageCredentials): Promise<number[] | undefined> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return this.ask(credentials);
      default:
        return [];
    }
  }

  private async ask(credentials: BackstageCredentials): Promise<number[]> {
    const linked = await this.options.store.readLinkedEntities();
    const now = this.options.clock().getTime();
    for (const [key, { until }] of this.remembered) {
      if (until <= now) {
        this.remembered.delete(key);
      }
    }
    const user = userOf(credentials);
    const known = user && this.remembered.get(user);
    if (known && known.revision === linked.revision) {
      return known.ids;
    }
    const ids = this.read(linked, credentials);
    if (user) {
      this.remembered.set(user, {
        until: now + rememberForMs,
        revision: linked.revision,
        ids,
      });
      // What failed is asked again by the next request.
      ids.catch(() => this.remembered.delete(user));
    }
    return ids;
  }

  private async read(
    { entities }: LinkedEntities,
    credentials: BackstageCredentials,
  ): Promise<number[]> {
    const idsByRef = new Map(entities.map(({ id, ref }) => [ref, id]));
    const refs = [...idsByRef.keys()];
    const readable: number[] = [];
    for (let start = 0; start < refs.length; start += batchSize) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        {
          entityRefs: refs.slice(start, start + batchSize),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      );
      for (const entity of items) {
        const id = entity && idsByRef.get(stringifyEntityRef(entity));
        if (id !== undefined) {
          readable.push(id);
        }
      }
    }
    return readable;
  }
}

/** Who a caller is, where that says what they may read: a service may be restricted in ways its name does not tell. */
function userOf(credentials: BackstageCredentials): string | undefined {
  const principal = credentials.principal as {
    type?: string;
    userEntityRef?: string;
    actor?: unknown;
  };
  return principal.type === 'user' && principal.actor === undefined
    ? principal.userEntityRef
    : undefined;
}
