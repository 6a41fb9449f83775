import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { toColumnText } from '../../conversion';
import { UnreadSpan } from '../../listTypes';
import { DbUnreadSpanRow } from '../../tables';

/** Lists the days between two readings of a cluster that reach past a day. */
export async function listUnreadSpans(options: {
  tx: Knex;
  filter: ServiceFilter;
  firstDay: string;
}): Promise<UnreadSpan[]> {
  const { tx, filter, firstDay } = options;
  const spans = tx<DbUnreadSpanRow>('unread_spans').where(
    'to_day',
    '>',
    firstDay,
  );
  if (filter.cluster) {
    spans.whereIn('cluster', filter.cluster.map(toColumnText));
  }
  return (await spans).map(({ cluster, from_day, to_day }) => ({
    cluster,
    fromDay: from_day,
    toDay: to_day,
  }));
}
