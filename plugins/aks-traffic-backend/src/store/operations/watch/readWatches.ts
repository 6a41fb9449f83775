import { Knex } from 'knex';
import { DbWatchRow } from '../../tables';
import { StoredWatch } from '../../watchTypes';
import { databaseTime } from '../databaseTime';

/** Reads how clusters are kept up to date; one of which nothing is known is absent. */
export async function readWatches(options: {
  tx: Knex;
}): Promise<Map<string, StoredWatch>> {
  const { tx } = options;
  const now = (await databaseTime(tx)).toISOString();
  const rows = await tx<DbWatchRow>('watches').select();
  return new Map(
    rows.map(({ cluster, held_until, watched_since, gap }) => [
      cluster,
      {
        ...(watched_since !== null &&
          held_until !== null &&
          held_until > now && { since: watched_since }),
        ...(gap !== null && { gap }),
      },
    ]),
  );
}
