import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { ListScope, RiskChange } from '../../listTypes';
import { DbRiskSpanRow } from '../../tables';
import { fromWords } from '../../words';
import { selectListed } from '../list/selectListed';

/** What the spans themselves say, about their own time. */
const aboutSpans = ['system', 'retirement'] as const;

/**
 * Counts per day how many Services began and ceased to be at risk, for the spans that reach past a day. The database
 * adds up what is alike, so that little is read however many Services there are.
 */
export async function countRiskChanges(
  options: ListScope & { tx: Knex; firstDay: string },
): Promise<RiskChange[]> {
  const spans: (Pick<DbRiskSpanRow, 'systems' | 'from_day' | 'to_day'> & {
    services: number | string;
  })[] = await selectSpans(options)
    .select('span.systems', 'span.from_day', 'span.to_day')
    .count({ services: '*' })
    .groupBy('span.systems', 'span.from_day', 'span.to_day');
  return spans.flatMap(({ from_day, to_day, ...span }) => {
    const systems = fromWords(span.systems);
    const services = Number(span.services);
    return [
      { systems, day: from_day, services },
      ...(to_day === null
        ? []
        : [{ systems, day: to_day, services: -services }]),
    ];
  });
}

function selectSpans({
  tx,
  firstDay,
  filter,
  visibility,
}: ListScope & { tx: Knex; firstDay: string }): Knex.QueryBuilder {
  const scope = { filter: withoutSpans(filter), visibility };
  const spans = isEverything(scope)
    ? tx('risk_spans as span')
    : selectListed(tx, scope).join(
        'risk_spans as span',
        'span.service_id',
        'list.service_id',
      );
  return spans.where(reaching =>
    reaching.whereNull('span.to_day').orWhere('span.to_day', '>', firstDay),
  );
}

function withoutSpans(filter: ServiceFilter): ServiceFilter {
  const rest = { ...filter };
  for (const field of aboutSpans) {
    delete rest[field];
  }
  return rest;
}

/** Whether every Service is in scope, so that nothing needs to be looked up about those with spans. */
function isEverything({ filter, visibility }: ListScope): boolean {
  return (
    Object.keys(filter).length === 0 &&
    visibility.entities === undefined &&
    visibility.unclaimed &&
    visibility.conditions === undefined
  );
}
