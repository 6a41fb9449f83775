import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { SweepResult } from '../../types';
import { livingWatch } from './whereNotFollowed';

type Outcome = 'watched' | 'read' | 'failed' | 'left';

/** Counts what became of all clusters in a sweep. */
export async function countSwept(options: {
  tx: Knex;
  revision: string;
  now: Date;
}): Promise<Pick<SweepResult, Outcome>> {
  const { tx, revision, now } = options;
  const rows: { outcome: Outcome; count: number | string }[] =
    await tx<DbClusterRow>('clusters')
      .whereNull('missing_since')
      .select(
        tx.raw(
          `CASE
            WHEN EXISTS ? THEN 'watched'
            WHEN claim IS NOT NULL OR COALESCE(swept_revision <> ?, TRUE) THEN 'left'
            WHEN failure_gaps = '[]' THEN 'read'
            ELSE 'failed'
          END AS outcome`,
          [livingWatch(tx.queryBuilder().select(tx.raw('1')), now), revision],
        ),
      )
      .count({ count: '*' })
      .groupBy('outcome');
  return {
    watched: 0,
    read: 0,
    failed: 0,
    left: 0,
    ...Object.fromEntries(
      rows.map(({ outcome, count }) => [outcome, Number(count)]),
    ),
  };
}
