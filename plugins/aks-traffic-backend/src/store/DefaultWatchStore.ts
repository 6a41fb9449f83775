import { Knex } from 'knex';
import { claimWatched } from './operations/watch/claimWatched';
import { databaseTime } from './operations/databaseTime';
import { findWatchWork } from './operations/watch/findWatchWork';
import { giveUpWatch } from './operations/watch/giveUpWatch';
import { readWatches } from './operations/watch/readWatches';
import { releaseWatches } from './operations/watch/releaseWatches';
import { takeTurn } from './operations/watch/takeTurn';
import { DbWatchReplicaRow, DbWatchRow } from './tables';
import { ClusterClaim } from './types';
import {
  StoredWatch,
  WatchStore,
  WatchTurn,
  WatchTurnResult,
  WatchWork,
} from './watchTypes';

/** Shares watches through the plugin's own database. */
export class DefaultWatchStore implements WatchStore {
  constructor(private readonly client: Knex) {}

  async takeTurn(turn: WatchTurn): Promise<WatchTurnResult> {
    return this.client.transaction(tx => takeTurn({ tx, ...turn }));
  }

  async markWatched(options: {
    replica: string;
    cluster: string;
  }): Promise<void> {
    const { replica, cluster } = options;
    const now = await databaseTime(this.client);
    await this.client<DbWatchRow>('watches')
      .where({ replica, cluster })
      .update({ watched_since: now.toISOString() });
  }

  async giveUp(options: Parameters<WatchStore['giveUp']>[0]): Promise<void> {
    await this.client.transaction(tx => giveUpWatch({ tx, ...options }));
  }

  async leave({ replica }: { replica: string }): Promise<void> {
    await releaseWatches({ tx: this.client, replica, except: new Set() });
    await this.client<DbWatchReplicaRow>('watch_replicas')
      .where({ id: replica })
      .delete();
  }

  async findWork(options: {
    replica: string;
    revision: string;
  }): Promise<WatchWork[]> {
    return findWatchWork({ tx: this.client, ...options });
  }

  async claim(
    options: Parameters<WatchStore['claim']>[0],
  ): Promise<ClusterClaim | undefined> {
    return claimWatched({ tx: this.client, ...options });
  }

  /** Reads how clusters are kept up to date; one of which nothing is known is absent. */
  async readWatches(): Promise<Map<string, StoredWatch>> {
    return readWatches({ tx: this.client });
  }
}
