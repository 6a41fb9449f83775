import { Knex } from 'knex';
import { DbRiskSpanRow, DbServiceListRow, DbUnreadSpanRow } from '../../tables';

/** Forgets what was over before a day, and Services that are gone and of which nothing is left, see the interface. */
export async function forgetHistory(options: {
  tx: Knex.Transaction;
  beforeDay: string;
}): Promise<void> {
  const { tx, beforeDay } = options;
  await tx<DbRiskSpanRow>('risk_spans')
    .where('to_day', '<=', beforeDay)
    .delete();
  await tx<DbUnreadSpanRow>('unread_spans')
    .where('to_day', '<=', beforeDay)
    .delete();
  await tx<DbServiceListRow>('service_list')
    .whereNotNull('gone_on')
    .whereNotIn(
      'service_id',
      tx<DbRiskSpanRow>('risk_spans').select('service_id'),
    )
    .delete();
}
