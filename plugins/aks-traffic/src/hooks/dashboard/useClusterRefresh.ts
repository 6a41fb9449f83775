import { useApi } from '@backstage/frontend-plugin-api';
import { toError } from '@backstage/errors';
import {
  ClusterList,
  ClusterSummary,
  ClusterSweep,
} from 'backstage-plugin-aks-traffic-common';
import { useCallback, useState } from 'react';
import { aksTrafficApiRef } from '../../api/aksTrafficApiRef';
import {
  Refresh,
  refreshView,
  RefreshView,
  refusalOf,
} from '../../model/clusters/refresh';
import { Answer } from '../useAnswer';
import { useNow } from '../useNow';
import { useClusters } from './useClusters';

const whileReadingMs = 2_000;
const whileSweepingMs = 10_000;
const otherwiseMs = 60_000;

function restMs(sweep: ClusterSweep | undefined): number {
  return sweep !== undefined && sweep.endedAt === undefined
    ? whileSweepingMs
    : otherwiseMs;
}

/** The clusters, kept up to date the faster while one of them, or all in turn, are being read, and the way to have one read. */
export function useClusterRefresh(): {
  answer: Answer<ClusterList>;
  refresh: (cluster: ClusterSummary) => void;
  viewOf: (cluster: ClusterSummary) => RefreshView;
} {
  const api = useApi(aksTrafficApiRef);
  const [requests, setRequests] = useState<Record<string, Refresh>>({});
  const [intervalMs, setIntervalMs] = useState(otherwiseMs);
  const answer = useClusters({ intervalMs });
  const now = useNow(
    Object.keys(requests).length > 0 ? 1_000 : 30_000,
  ).getTime();

  const viewOf = (cluster: ClusterSummary) =>
    refreshView({ refresh: requests[cluster.name], cluster, now });
  const isWaiting = (answer.value?.items ?? []).some(cluster =>
    ['queued', 'reading'].includes(viewOf(cluster).kind),
  );
  const wantedMs = isWaiting ? whileReadingMs : restMs(answer.value?.sweep);
  if (wantedMs !== intervalMs) {
    setIntervalMs(wantedMs);
  }

  const refresh = useCallback(
    async ({ name }: ClusterSummary) => {
      const set = (request: Refresh) =>
        setRequests(previous => ({ ...previous, [name]: request }));
      set({ kind: 'asking' });
      try {
        await api.refreshCluster(name);
        set({ kind: 'accepted', since: Date.now() });
      } catch (error) {
        set(refusalOf(toError(error), Date.now()));
      }
    },
    [api],
  );

  return { answer, refresh, viewOf };
}
