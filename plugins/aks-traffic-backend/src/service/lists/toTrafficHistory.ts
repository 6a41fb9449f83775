import {
  HistoryPoint,
  IngressSystem,
  Retirement,
  ServiceFilter,
  TrafficHistory,
} from 'backstage-plugin-aks-traffic-common';
import { HistoryRequest } from '../../request/parseHistoryQuery';
import { addDays, dayAfter, dayOf } from '../../store/days';
import { ListHistory, RiskChange, UnreadSpan } from '../../store/listTypes';
import { StoredCluster } from '../../store/types';
import { coverageOf, StalenessOptions } from '../coverageOf';

/** What a time series is put together by. */
export interface HistoryOptions extends StalenessOptions {
  request: HistoryRequest;
  /** First day of which nothing was forgotten. */
  keptFrom: string;
  retirements: readonly Retirement[];
}

/** Which of the systems a Service stood on count. */
interface SystemFilter {
  system(system: string): boolean;
  /** Whether Services count of which something else than an ingress system is being retired. */
  none: boolean;
}

/** Services at risk, as changes add up. */
class RiskCounts {
  private total = 0;
  private readonly bySystem = new Map<string, number>();

  constructor(private readonly counts: SystemFilter) {}

  add({ systems, services }: RiskChange): void {
    const counted = systems.filter(system => this.counts.system(system));
    if (counted.length > 0 || (systems.length === 0 && this.counts.none)) {
      this.total += services;
    }
    for (const system of counted) {
      this.bySystem.set(system, (this.bySystem.get(system) ?? 0) + services);
    }
  }

  now(): Pick<HistoryPoint, 'atRisk' | 'total'> {
    const present = [...this.bySystem].filter(([, services]) => services !== 0);
    return {
      atRisk: Object.fromEntries(present.sort()),
      total: this.total,
    };
  }
}

/** The first day that can be asked about. */
export function firstDayOf({ request, keptFrom, now }: HistoryOptions): string {
  return latest(addDays(dayOf(now), 1 - request.days), keptFrom);
}

/** How many Services were at risk on each day; a day before anything was recorded has no point. */
export function toTrafficHistory(
  history: ListHistory,
  options: HistoryOptions,
): TrafficHistory {
  const { request, retirements } = options;
  const today = dayOf(options.now);
  const firstDay = latest(firstDayOf(options), history.recordedFrom ?? today);
  const counts = new RiskCounts(systemFilter(request.filter, retirements));
  const changes = [...history.changes].sort((a, b) => (a.day < b.day ? -1 : 1));
  const unread = [
    ...history.unread,
    ...history.clusters
      .filter(({ name }) => request.filter.cluster?.includes(name) ?? true)
      .flatMap(cluster => unreadSince(cluster, options)),
  ];

  const points: HistoryPoint[] = [];
  for (let day = firstDay; day <= today; day = dayAfter(day)) {
    while (changes.length > 0 && changes[0].day <= day) {
      counts.add(changes.shift()!);
    }
    points.push({ day, ...counts.now(), unread: unreadOn(day, unread) });
  }
  return { points, ...deadlinesOf(points, retirements) };
}

/** A filter by system or retirement is about the time of the point: what moved since then stood on it then. */
function systemFilter(
  { system: wanted, retirement: ids }: ServiceFilter,
  retirements: readonly Retirement[],
): SystemFilter {
  const retiring =
    ids &&
    new Set<string>(
      retirements
        .filter(({ id }) => ids.includes(id))
        .flatMap(({ systems }) => systems),
    );
  return {
    system: system =>
      (!wanted || (wanted as string[]).includes(system)) &&
      (!retiring || retiring.has(system)),
    none: !retiring && (wanted?.includes('none') ?? true),
  };
}

/** The days since the last good reading; today only when that is stale already. */
function unreadSince(
  cluster: StoredCluster,
  options: StalenessOptions,
): UnreadSpan[] {
  const { snapshot } = cluster;
  if (!snapshot) {
    return [];
  }
  const today = dayOf(options.now);
  const stale = coverageOf(cluster, options).state === 'stale';
  return [
    {
      cluster: cluster.name,
      fromDay: dayAfter(dayOf(snapshot.analysedAt)),
      toDay: stale ? dayAfter(today) : today,
    },
  ];
}

function unreadOn(day: string, spans: readonly UnreadSpan[]): number {
  return spans.filter(({ fromDay, toDay }) => fromDay <= day && day < toDay)
    .length;
}

/** The nearest date for each system that any point counts. */
function deadlinesOf(
  points: readonly HistoryPoint[],
  retirements: readonly Retirement[],
): Pick<TrafficHistory, 'deadlines' | 'deadlinePrecisions'> {
  const deadlines: TrafficHistory['deadlines'] = {};
  const deadlinePrecisions: TrafficHistory['deadlinePrecisions'] = {};
  const counted = new Set(points.flatMap(({ atRisk }) => Object.keys(atRisk)));
  for (const system of [...counted].sort() as IngressSystem[]) {
    const [nearest] = retirements
      .filter(({ systems }) => systems.includes(system))
      .flatMap(({ date, precision = 'day' }) =>
        date ? { date, precision } : [],
      )
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    if (nearest) {
      deadlines[system] = nearest.date;
      deadlinePrecisions[system] = nearest.precision;
    }
  }
  return { deadlines, deadlinePrecisions };
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}
