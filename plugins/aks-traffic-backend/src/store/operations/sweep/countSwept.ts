import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { SweepResult } from '../../types';
import { livingWatch } from './whereNotFollowed';

interface CountedRow {
  followed: number;
  swept: number;
  failed: number;
  count: number | string;
}

/** Counts what became of all clusters in a sweep. */
export async function countSwept(options: {
  tx: Knex;
  revision: string;
  now: Date;
}): Promise<Pick<SweepResult, 'watched' | 'read' | 'failed' | 'left'>> {
  const { tx, revision, now } = options;
  const rows: CountedRow[] = await tx<DbClusterRow>('clusters')
    .whereNull('missing_since')
    .select(
      tx.raw('CASE WHEN EXISTS ? THEN 1 ELSE 0 END AS followed', [
        livingWatch(tx.queryBuilder().select(tx.raw('1')), now),
      ]),
      tx.raw(
        'CASE WHEN swept_revision = ? AND claim IS NULL THEN 1 ELSE 0 END AS swept',
        [revision],
      ),
      tx.raw("CASE WHEN failure_gaps = '[]' THEN 0 ELSE 1 END AS failed"),
    )
    .count({ count: '*' })
    .groupBy('followed', 'swept', 'failed');
  const sum = (wanted: (row: CountedRow) => boolean) =>
    rows.filter(wanted).reduce((total, { count }) => total + Number(count), 0);
  return {
    watched: sum(({ followed }) => followed === 1),
    read: sum(
      ({ followed, swept, failed }) =>
        followed === 0 && swept === 1 && failed === 0,
    ),
    failed: sum(
      ({ followed, swept, failed }) =>
        followed === 0 && swept === 1 && failed === 1,
    ),
    left: sum(({ followed, swept }) => followed === 0 && swept === 0),
  };
}
