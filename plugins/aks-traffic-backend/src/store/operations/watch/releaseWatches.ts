import { Knex } from 'knex';
import { DbWatchRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/** Lets others have the clusters of a replica, except some that it keeps. */
export async function releaseWatches(options: {
  tx: Knex;
  replica: string;
  except: ReadonlySet<string>;
}): Promise<void> {
  const { tx, replica, except } = options;
  const rows = await tx<DbWatchRow>('watches')
    .select('cluster')
    .where({ replica });
  const released = rows
    .map(({ cluster }) => cluster)
    .filter(cluster => !except.has(cluster));
  for (const clusters of chunksOf(released)) {
    await tx<DbWatchRow>('watches')
      .where({ replica })
      .whereIn('cluster', clusters)
      .update({ replica: null, held_until: null, watched_since: null });
  }
}
