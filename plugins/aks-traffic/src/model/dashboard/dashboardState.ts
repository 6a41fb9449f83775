import { ErrorLike } from '@backstage/errors';
import { TrafficSummary } from 'backstage-plugin-aks-traffic-common';
import { isDenied } from '../cardState';

/** The one thing the dashboard has to show. */
export type DashboardState =
  | { kind: 'loading' }
  | { kind: 'denied' }
  | { kind: 'failed'; error: ErrorLike }
  /** There is no cluster to say anything about. */
  | { kind: 'empty'; summary: TrafficSummary }
  | { kind: 'content'; summary: TrafficSummary; refreshError?: ErrorLike };

/** Decides what the dashboard shows. */
export function dashboardStateOf(answer: {
  value?: TrafficSummary;
  error?: ErrorLike;
}): DashboardState {
  const { value: summary, error } = answer;
  if (error !== undefined && isDenied(error)) {
    return { kind: 'denied' };
  }
  if (summary === undefined) {
    return error === undefined
      ? { kind: 'loading' }
      : { kind: 'failed', error };
  }
  return clusterCount(summary) === 0 && summary.total.services === 0
    ? { kind: 'empty', summary }
    : { kind: 'content', summary, refreshError: error };
}

/** How many clusters are known, whatever could be read of them. */
export function clusterCount({
  coverage,
}: Pick<TrafficSummary, 'coverage'>): number {
  return Object.values(coverage).reduce((sum, count) => sum + count, 0);
}
