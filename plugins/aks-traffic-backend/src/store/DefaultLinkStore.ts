import { Knex } from 'knex';
import { EntityIndexCache } from './EntityIndexCache';
import { CatalogChange, KnownEntity, LinkStore } from './linkTypes';
import { clustersToLink } from './operations/catalog/clustersToLink';
import { linkCluster } from './operations/catalog/linkCluster';
import { recordEntities } from './operations/catalog/recordEntities';
import { refuseWideEntities } from './operations/catalog/refuseWideEntities';

/** The links between Services and entities, on the plugin's own database. */
export class DefaultLinkStore implements LinkStore {
  private readonly entities = new EntityIndexCache();

  constructor(private readonly client: Knex) {}

  async recordEntities(options: {
    entities: readonly KnownEntity[];
    takenAt: Date;
  }): Promise<CatalogChange> {
    return this.client.transaction(tx => recordEntities({ tx, ...options }));
  }

  async clustersToLink(): Promise<string[]> {
    return clustersToLink({ tx: this.client });
  }

  async linkCluster(cluster: string): Promise<void> {
    await this.client.transaction(async tx => {
      const { revision, index } = await this.entities.current(tx);
      await linkCluster({ tx, cluster, entities: index, revision });
    });
  }

  async refuseWideEntities(mostServices: number): Promise<string[]> {
    return this.client.transaction(tx =>
      refuseWideEntities({ tx, mostServices }),
    );
  }
}
