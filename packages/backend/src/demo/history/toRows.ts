import { createHash } from 'node:crypto';
import { PastService } from './contosoHistory';

const dayMs = 24 * 60 * 60 * 1000;

/** The day so many days ago, in UTC: `2026-11-22`. */
export function dayAgo(days: number, now: Date): string {
  return new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
}

/** A time at which a Service was at risk, as the plugin stores it. */
export function toSpan(past: PastService, now: Date) {
  return {
    service_id: idOf(past),
    from_day: dayAgo(past.sinceDaysAgo, now),
    to_day:
      past.movedDaysAgo === undefined ? null : dayAgo(past.movedDaysAgo, now),
    systems: `,${past.system},`,
  };
}

/**
 * What the plugin remembers of a Service that was at risk: as of one that is gone, which no list shows. The first reading
 * of its cluster finds it there and writes what it sees now, with the past that is stated here.
 */
export function toRememberedService(past: PastService, now: Date) {
  const [cluster, namespace, service] = past.name.split('/');
  const { from_day, to_day } = toSpan(past, now);
  return {
    service_id: idOf(past),
    rank: 0,
    cluster,
    namespace,
    service,
    name_order: [service, namespace, cluster, 0].join('\t'),
    cluster_order: [cluster, namespace, service, 0].join('\t'),
    owner: '',
    search: '',
    systems: '',
    exposure: 'unknown',
    exposure_order: 0,
    egress: '',
    risk: 'unknown',
    risk_order: 0,
    score_order: 0,
    effort: 'unknown',
    effort_order: 0,
    deadline: '9999-12-31',
    retirements: '',
    state: 'unknown',
    at_risk_since: to_day === null ? from_day : null,
    moved_on: to_day,
    gone_on: to_day ?? dayAgo(0, now),
    waivers: 0,
  };
}

/** The id that the plugin gives a Service. */
function idOf({ name }: PastService): string {
  const [cluster, ...names] = name.split('/');
  return (
    sha256(cluster).slice(0, 8) +
    sha256(JSON.stringify([cluster, ...names])).slice(0, 40)
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
