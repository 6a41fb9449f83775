import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { KnownEntity, LinkStore } from '../store/linkTypes';
import { mostServices } from './mostServices';
import { readCatalog } from './readCatalog';

/** Ties Services to the catalog entities that claim them. While the catalog is down, the last good links stay. */
export class LinkTask {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      auth: AuthService;
      store: LinkStore;
      logger: LoggerService;
      clock(): Date;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { store, logger, clock } = this.options;
    const takenAt = clock();
    const entities = await this.read(signal);
    if (entities) {
      const change = await store.recordEntities({ entities, takenAt });
      logger.debug(
        `Read ${entities.length} catalog entities: ${JSON.stringify(change)}`,
      );
    }
    await this.link(signal);
    const refused = await store.refuseWideEntities(mostServices);
    if (refused.length > 0) {
      logger.warn(
        `These catalog entities select more than ${mostServices} Services each and are tied to none: ${refused.join(
          ', ',
        )}. Narrow their annotations with backstage.io/kubernetes-namespace or a stricter label selector.`,
      );
      await this.link(signal);
    }
  }

  private async read(signal: AbortSignal): Promise<KnownEntity[] | undefined> {
    const { catalog, auth, logger } = this.options;
    try {
      return await readCatalog({ catalog, auth, logger, signal });
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(
        `The catalog could not be read, the last links stay: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }

  /** One transaction per cluster, so that nothing waits long for the database. */
  private async link(signal: AbortSignal): Promise<void> {
    const { store } = this.options;
    for (const cluster of await store.clustersToLink()) {
      signal.throwIfAborted();
      await store.linkCluster(cluster);
    }
  }
}
