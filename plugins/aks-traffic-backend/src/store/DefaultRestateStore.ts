import { RestateOptions } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { clustersToRestate } from './operations/restate/clustersToRestate';
import { restateCluster } from './operations/restate/restateCluster';
import { RestateStore } from './restateTypes';

/** Verdicts stated anew on the plugin's own database. */
export class DefaultRestateStore implements RestateStore {
  constructor(private readonly client: Knex) {}

  async clustersToRestate(now: Date): Promise<string[]> {
    return clustersToRestate({ tx: this.client, now });
  }

  async restateCluster(
    options: RestateOptions & { cluster: string },
  ): Promise<boolean> {
    return this.client.transaction(tx => restateCluster({ tx, ...options }));
  }
}
