import { Knex } from 'knex';
import { DbRiskSpanRow } from '../../tables';
import { chunksOf } from '../chunksOf';

/** What a Service stands on from a day on. */
export interface SpanChange {
  serviceId: string;
  /** Words: its systems that are being retired; `undefined` when it is at risk no more. */
  systems: string | undefined;
}

/**
 * Brings the spans of Services up to date. A day counts as its last reading says, so that what begins and ends within
 * one day leaves no span, and what ends and begins again within one was never interrupted.
 */
export async function writeSpans(options: {
  tx: Knex.Transaction;
  changes: readonly SpanChange[];
  day: string;
}): Promise<void> {
  const { tx, day } = options;
  for (const changes of chunksOf(options.changes)) {
    const { ending, resuming, beginning } = await sortChanges({
      tx,
      changes,
      day,
    });
    await endSpans({ tx, ids: ending, day });
    await tx<DbRiskSpanRow>('risk_spans')
      .whereIn('service_id', resuming)
      .where('to_day', day)
      .update({ to_day: null });
    for (const rows of chunksOf(beginning, 200)) {
      await tx<DbRiskSpanRow>('risk_spans')
        .insert(rows)
        .onConflict(['service_id', 'from_day'])
        .merge();
    }
  }
}

async function sortChanges(options: {
  tx: Knex.Transaction;
  changes: readonly SpanChange[];
  day: string;
}): Promise<{
  ending: string[];
  resuming: string[];
  beginning: DbRiskSpanRow[];
}> {
  const { tx, changes, day } = options;
  const spans = await tx<DbRiskSpanRow>('risk_spans')
    .select('service_id', 'to_day', 'systems')
    .whereIn(
      'service_id',
      changes.map(({ serviceId }) => serviceId),
    )
    .where(current => current.whereNull('to_day').orWhere('to_day', day));
  const open = new Map<string, string>();
  const endedToday = new Map<string, string>();
  for (const span of spans) {
    const map = span.to_day === null ? open : endedToday;
    map.set(span.service_id, span.systems);
  }

  const ending: string[] = [];
  const resuming: string[] = [];
  const beginning: DbRiskSpanRow[] = [];
  for (const { serviceId, systems } of changes) {
    if (open.get(serviceId) === systems) {
      continue;
    }
    if (open.has(serviceId)) {
      ending.push(serviceId);
    }
    if (systems === undefined) {
      continue;
    }
    if (endedToday.get(serviceId) === systems) {
      resuming.push(serviceId);
    } else {
      beginning.push({
        service_id: serviceId,
        from_day: day,
        to_day: null,
        systems,
      });
    }
  }
  return { ending, resuming, beginning };
}

/** Ends spans before a day; what began on that day, or by another replica's clock after it, was never there. */
async function endSpans(options: {
  tx: Knex.Transaction;
  ids: string[];
  day: string;
}): Promise<void> {
  const { tx, ids, day } = options;
  const open = () =>
    tx<DbRiskSpanRow>('risk_spans')
      .whereIn('service_id', ids)
      .whereNull('to_day');
  await open().where('from_day', '>=', day).delete();
  await open().update({ to_day: day });
}
