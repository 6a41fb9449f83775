import {
  ServiceFilter,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { BreakdownGroup, filterBeside } from '../../model/dashboard/breakdown';
import { Answer } from '../useAnswer';
import { useSummary } from './useSummary';

/** The services counted by owner, System of the catalog, cluster and ingress system. */
export type GroupSummaries = Record<BreakdownGroup, Answer<TrafficSummary>>;

/** The services that match a filter, counted in each of the ways in which they can be chosen from. */
export function useGroupSummaries(filter: ServiceFilter): GroupSummaries {
  return {
    owner: useSummary({
      filter: filterBeside('owner', filter),
      groupBy: 'owner',
    }),
    catalogSystem: useSummary({
      filter: filterBeside('catalogSystem', filter),
      groupBy: 'catalogSystem',
    }),
    cluster: useSummary({
      filter: filterBeside('cluster', filter),
      groupBy: 'cluster',
    }),
    system: useSummary({
      filter: filterBeside('system', filter),
      groupBy: 'system',
    }),
  };
}
