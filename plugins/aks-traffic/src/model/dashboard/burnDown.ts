import {
  HistoryPoint,
  IngressSystem,
  ServiceFilter,
  TrafficHistory,
} from 'backstage-plugin-aks-traffic-common';
import { parseDay } from '../dates';

const dayMs = 24 * 60 * 60 * 1000;

/** A deadline further away than this would press what has happened so far into a corner of the chart. */
const shownAheadDays = 120;

/** One day of the burn-down, with a count for each system that has one on any day. */
export interface BurnDownDay {
  /** Milliseconds since the epoch, midnight UTC. */
  time: number;
  /** Services at risk, each counted once. */
  total: number;
  /** Clusters that could not be read. */
  unread: number;
  atRisk: Partial<Record<IngressSystem, number>>;
}

/** Days in a row on which not every cluster could be read. */
export interface UnreadSpan {
  from: number;
  /** The first day that is not among them. */
  to: number;
}

/** The end of support of a system. */
export interface DeadlineMark {
  system: IngressSystem;
  /** Its last day. */
  time: number;
  /** `month` where the source names no day. */
  precision: 'day' | 'month';
}

/** What the chart and its table show. */
export interface BurnDown {
  days: BurnDownDay[];
  /** Systems with services at risk, the one with the most first. */
  systems: IngressSystem[];
  unread: UnreadSpan[];
  /** Within the time that is shown, earliest first. */
  deadlines: DeadlineMark[];
  /** What is shown: from the first day to the last deadline that is near, or the end of the last day. */
  domain: [number, number];
}

/**
 * Whose history is asked for. Services that are at risk are those of each day: with those of today alone, nothing would
 * ever have moved.
 */
export function historyFilterOf(filter: ServiceFilter): ServiceFilter {
  const { state, ...rest } = filter;
  return state?.includes('at-risk') ? rest : filter;
}

/** Arranges a history for showing; `undefined` when it has no day. */
export function burnDownOf(history: TrafficHistory): BurnDown | undefined {
  const days = history.points
    .map(toDay)
    .filter(day => day !== undefined)
    .sort((first, second) => first.time - second.time);
  const first = days.at(0);
  const last = days.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const deadlines = deadlinesOf(history).filter(
    ({ time }) =>
      time >= first.time && time <= last.time + shownAheadDays * dayMs,
  );
  const end = Math.max(last.time + dayMs, ...deadlines.map(({ time }) => time));
  return {
    days,
    systems: systemsOf(days),
    unread: unreadSpansOf(days),
    deadlines,
    domain: [first.time, end],
  };
}

/** Where the words at a line of the chart end: at the line near the right edge, which would cut them off. */
export function labelAnchorOf(
  time: number,
  [from, to]: BurnDown['domain'],
): 'middle' | 'end' {
  return time - from > 0.8 * (to - from) ? 'end' : 'middle';
}

/** Where the line of the chart turns: at the begin of each day, and at the end of the last one. */
export function turningPointsOf(
  days: readonly BurnDownDay[],
): (BurnDownDay & { at: number })[] {
  const points = days.map(day => ({ ...day, at: day.time }));
  const last = points.at(-1);
  return last === undefined
    ? []
    : [...points, { ...last, at: last.time + dayMs }];
}

function toDay(point: HistoryPoint): BurnDownDay | undefined {
  const time = parseDay(point.day)?.getTime();
  const { atRisk, total, unread } = point;
  return time === undefined ? undefined : { time, atRisk, total, unread };
}

function systemsOf(days: readonly BurnDownDay[]): IngressSystem[] {
  const most = new Map<IngressSystem, number>();
  for (const { atRisk } of days) {
    for (const [name, count] of Object.entries(atRisk)) {
      const system = name as IngressSystem;
      most.set(system, Math.max(most.get(system) ?? 0, count));
    }
  }
  return [...most]
    .filter(([, count]) => count > 0)
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .map(([system]) => system);
}

function unreadSpansOf(days: readonly BurnDownDay[]): UnreadSpan[] {
  const spans: UnreadSpan[] = [];
  for (const { time, unread } of days) {
    const last = spans.at(-1);
    if (unread === 0) {
      continue;
    }
    if (last?.to === time) {
      last.to = time + dayMs;
    } else {
      spans.push({ from: time, to: time + dayMs });
    }
  }
  return spans;
}

function deadlinesOf({
  deadlines,
  deadlinePrecisions,
}: TrafficHistory): DeadlineMark[] {
  return (Object.entries(deadlines) as [IngressSystem, string][])
    .flatMap(([system, day]) => {
      const time = parseDay(day)?.getTime();
      return time === undefined
        ? []
        : [{ system, time, precision: deadlinePrecisions[system] ?? 'day' }];
    })
    .sort((first, second) => first.time - second.time);
}
