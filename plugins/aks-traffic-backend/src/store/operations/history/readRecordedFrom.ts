import { Knex } from 'knex';
import { DbRiskSpanRow } from '../../tables';

/** Day of the first span there is; `undefined` while there is none. */
export async function readRecordedFrom(options: {
  tx: Knex;
}): Promise<string | undefined> {
  const first = await options
    .tx<DbRiskSpanRow>('risk_spans')
    .select('from_day')
    .orderBy('from_day')
    .first();
  return first?.from_day;
}
