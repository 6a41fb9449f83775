import { Knex } from 'knex';
import { DbDiscoveryRow } from '../../tables';
import { SweepProgress } from '../../types';
import { countSwept } from './countSwept';

/** How far the newest sweep is, see the interface. */
export async function readSweep(options: {
  tx: Knex;
  now: Date;
}): Promise<SweepProgress | undefined> {
  const { tx, now } = options;
  const newest = await tx<DbDiscoveryRow>('discoveries').first();
  if (!newest || newest.began_at === null) {
    return undefined;
  }
  const { revision, began_at: beganAt, swept_at: endedAt } = newest;
  return {
    beganAt,
    ...(endedAt !== null && { endedAt }),
    ...(await countSwept({ tx, revision, now })),
  };
}
