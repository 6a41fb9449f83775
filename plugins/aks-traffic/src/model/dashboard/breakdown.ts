import {
  CampaignState,
  ServiceFilter,
  SummaryGroup,
  SummaryItem,
} from 'backstage-plugin-aks-traffic-common';
import { campaignOrder } from './vocabulary';

/** What the bars can be drawn by. */
export const breakdownGroups = [
  'owner',
  'catalogSystem',
  'cluster',
  'system',
] as const satisfies readonly SummaryGroup[];

export type BreakdownGroup = (typeof breakdownGroups)[number];

/** A part of a bar. */
export interface Segment {
  state: CampaignState;
  services: number;
  /** Share of the longest bar, 0 to 100. */
  percent: number;
}

/** One owner, System of the catalog, cluster or ingress system. */
export interface Bar {
  /** What the filter calls it. */
  value: string;
  title?: string;
  services: number;
  atRisk: number;
  segments: Segment[];
}

/** The bars of a summary, as long as their numbers of services, in the order of the summary. */
export function barsOf(
  group: BreakdownGroup,
  items: readonly SummaryItem[],
): Bar[] {
  const longest = Math.max(1, ...items.map(({ services }) => services));
  return items.map(({ key, title, services, byState }) => ({
    value: filterValueOf(group, key),
    title,
    services,
    atRisk: byState['at-risk'],
    segments: campaignOrder
      .map(state => ({
        state,
        services: byState[state],
        percent: (byState[state] / longest) * 100,
      }))
      .filter(segment => segment.services > 0),
  }));
}

/** The filter that the bars of a group are counted with: all of it but the group itself, so that others can be chosen. */
export function filterBeside(
  group: BreakdownGroup,
  filter: ServiceFilter,
): ServiceFilter {
  return { ...filter, [group]: undefined };
}

/** What the filter calls a group: services that nothing leads into have an empty system in a summary. */
function filterValueOf(group: BreakdownGroup, key: string): string {
  return group === 'system' && key === '' ? 'none' : key;
}
