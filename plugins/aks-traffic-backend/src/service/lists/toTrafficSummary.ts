import {
  ListCoverage,
  Retirement,
  ServiceCounts,
  SummaryItem,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { SummaryRequest } from '../../request/parseSummaryQuery';
import { riskColumns } from '../../store/orders';
import { ServiceGroup } from '../../store/listTypes';

/** Services counted, with what the counts cannot speak for. */
export function toTrafficSummary(
  groups: readonly ServiceGroup[],
  options: {
    groupBy: SummaryRequest['groupBy'];
    coverage: ListCoverage;
    /** Every retirement known. */
    retirements: readonly Retirement[];
  },
): TrafficSummary {
  const { groupBy } = options;
  const items = new Map<string, SummaryItem>();
  const total = noServices();
  for (const group of groups) {
    add(total, group);
    for (const key of group.keys) {
      const item = items.get(key) ?? { key, ...noServices() };
      items.set(key, item);
      add(item, group);
    }
  }

  return {
    groupBy,
    items: [...items.values()].sort(
      groupBy === 'risk' ? compareRisk : compareSize,
    ),
    total,
    ...options.coverage,
    retirements: datedRetirements(options.retirements),
  };
}

/** What the services are judged by is the same for every caller and every filter. */
function datedRetirements(retirements: readonly Retirement[]): Retirement[] {
  return retirements
    .filter(({ systems, date }) => systems.length > 0 && date !== undefined)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
}

function noServices(): ServiceCounts {
  return {
    services: 0,
    byRisk: {
      critical: 0,
      high: 0,
      medium: 0,
      low: 0,
      info: 0,
      none: 0,
      unknown: 0,
    },
    byState: { 'at-risk': 0, moved: 0, unknown: 0, clear: 0 },
    waived: 0,
  };
}

function add(counts: ServiceCounts, group: ServiceGroup): void {
  counts.services += group.services;
  counts.byRisk[group.risk] += group.services;
  counts.byState[group.state] += group.services;
  if (group.waived) {
    counts.waived += group.services;
  }
}

/** Worst first. */
function compareRisk(a: SummaryItem, b: SummaryItem): number {
  return rankOf(a) - rankOf(b);
}

function rankOf({ key }: SummaryItem): number {
  return riskColumns(key as ServiceGroup['risk']).risk_order;
}

/** What has most to move first, then the largest, then by name. */
function compareSize(a: SummaryItem, b: SummaryItem): number {
  return (
    b.byState['at-risk'] - a.byState['at-risk'] ||
    b.services - a.services ||
    (a.key < b.key ? -1 : 1)
  );
}
