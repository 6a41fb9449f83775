import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { SweepResult } from '../../types';
import { whereNotFollowed } from './whereNotFollowed';

/** Counts what became of the clusters that a sweep had to read. */
export async function countSwept(options: {
  tx: Knex;
  revision: string;
  now: Date;
}): Promise<Pick<SweepResult, 'read' | 'failed' | 'left'>> {
  const { tx, revision, now } = options;
  const rows: { swept: number; failed: number; count: number | string }[] =
    await whereNotFollowed(
      tx<DbClusterRow>('clusters').whereNull('missing_since'),
      now,
    )
      .select(
        tx.raw(
          'CASE WHEN swept_revision = ? AND claim IS NULL THEN 1 ELSE 0 END AS swept',
          [revision],
        ),
        tx.raw("CASE WHEN failure_gaps = '[]' THEN 0 ELSE 1 END AS failed"),
      )
      .count({ count: '*' })
      .groupBy('swept', 'failed');
  const sum = (wanted: (row: { swept: number; failed: number }) => boolean) =>
    rows.filter(wanted).reduce((total, { count }) => total + Number(count), 0);
  return {
    read: sum(({ swept, failed }) => swept === 1 && failed === 0),
    failed: sum(({ swept, failed }) => swept === 1 && failed === 1),
    left: sum(({ swept }) => swept === 0),
  };
}
