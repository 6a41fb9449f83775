import { Knex } from 'knex';
import { dayAfter } from '../../days';
import { DbUnreadSpanRow } from '../../tables';

/** Remembers on which days a cluster was not read, now that its last good reading is followed by another or by none. */
export async function closeUnreadSpan(options: {
  tx: Knex.Transaction;
  cluster: string;
  /** Day of the last good reading. */
  readOn: string;
  /** Day on which the pause is over. */
  day: string;
}): Promise<void> {
  const { tx, cluster, readOn, day } = options;
  const from = dayAfter(readOn);
  if (from < day) {
    await tx<DbUnreadSpanRow>('unread_spans')
      .insert({ cluster, from_day: from, to_day: day })
      .onConflict(['cluster', 'from_day'])
      .merge();
  }
}
