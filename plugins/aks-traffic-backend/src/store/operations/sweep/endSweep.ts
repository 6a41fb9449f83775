import { Knex } from 'knex';
import { DbClusterRow, DbDiscoveryRow } from '../../tables';
import { SweepResult } from '../../types';
import { countSwept } from './countSwept';
import { whereNotFollowed } from './whereNotFollowed';

/** Notes the end of the sweep that is under way, see the interface. */
export async function endSweep(options: {
  tx: Knex;
  now: Date;
}): Promise<SweepResult | undefined> {
  const { tx, now } = options;
  const time = now.toISOString();
  const pending = whereNotFollowed(
    tx<DbClusterRow>('clusters')
      .select(tx.raw('1'))
      .whereNull('missing_since')
      .where(due =>
        due
          .whereNotNull('requested_at')
          .orWhereNull('swept_revision')
          .orWhereRaw('swept_revision <> discoveries.revision')
          // Being read, or to be read again because its reader died. One that two died of is left to the next sweep.
          .orWhere(held =>
            held
              .whereNotNull('claim')
              .where(alive =>
                alive
                  .where('claimed_until', '>', time)
                  .orWhere({ second_try: false }),
              ),
          ),
      ),
    now,
  );
  const [ended] = await tx<DbDiscoveryRow>('discoveries')
    .whereNull('swept_at')
    .whereNotNull('began_at')
    .whereNotExists(pending)
    .update({ swept_at: time })
    .returning(['revision', 'began_at']);
  return (
    ended && {
      revision: ended.revision,
      beganAt: ended.began_at!,
      endedAt: time,
      ...(await countSwept({ tx, revision: ended.revision, now })),
    }
  );
}
