import { Knex } from 'knex';
import { DbServiceListRow } from '../../tables';
import { chunksOf } from '../chunksOf';
import { writeSpans } from '../history/writeSpans';

/**
 * Takes Services that are gone off the lists. The rows of those that were at risk once stay, out of sight, for the
 * history of those days and for who may see it.
 */
export async function retireListRows(options: {
  tx: Knex.Transaction;
  ids: readonly string[];
  /** Day on which they were found gone. */
  day: string;
}): Promise<void> {
  const { tx, day } = options;
  for (const ids of chunksOf(options.ids)) {
    const rows = () =>
      tx<DbServiceListRow>('service_list').whereIn('service_id', ids);
    await rows().whereNull('at_risk_since').whereNull('moved_on').delete();
    await rows().whereNull('gone_on').update({ gone_on: day });
    await rows()
      .whereNotNull('at_risk_since')
      .update({ at_risk_since: null, moved_on: day });
    await writeSpans({
      tx,
      changes: ids.map(serviceId => ({ serviceId, systems: undefined })),
      day,
    });
  }
}
