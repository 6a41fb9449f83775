import { ErrorLike } from '@backstage/errors';
import { ClusterSummary } from 'backstage-plugin-aks-traffic-common';

/** The list that was asked for before the request was taken does not tell of it yet. */
const notListedForMs = 5_000;

/** The backend's limit, for an answer whose header does not reach the browser. */
const defaultWaitSeconds = 30;

/** What became of asking for a cluster to be read again. */
export type Refresh =
  /** The request has not been answered yet. */
  | { kind: 'asking' }
  /** The backend has taken it; what becomes of it stands in the list of clusters. */
  | { kind: 'accepted'; since: number }
  | { kind: 'too-soon'; until: number }
  | { kind: 'failed'; error: ErrorLike };

/** What there is to show of it now. */
export type RefreshView =
  | { kind: 'idle' }
  | { kind: 'queued' }
  | { kind: 'reading' }
  | { kind: 'too-soon'; seconds: number }
  | { kind: 'failed'; error: ErrorLike };

/** Where a reading stands, whoever asked for it: what the list says counts, and before it says anything the request. */
export function refreshView(options: {
  refresh: Refresh | undefined;
  cluster: Pick<ClusterSummary, 'reading'>;
  now: number;
}): RefreshView {
  const { refresh, cluster, now } = options;
  if (cluster.reading === 'under-way') {
    return { kind: 'reading' };
  }
  if (cluster.reading === 'queued') {
    return { kind: 'queued' };
  }
  switch (refresh?.kind) {
    case 'asking':
      return { kind: 'queued' };
    case 'accepted':
      return {
        kind: now - refresh.since < notListedForMs ? 'queued' : 'idle',
      };
    case 'too-soon': {
      const seconds = Math.ceil((refresh.until - now) / 1000);
      return seconds > 0 ? { kind: 'too-soon', seconds } : { kind: 'idle' };
    }
    case 'failed':
      return refresh;
    default:
      return { kind: 'idle' };
  }
}

/** What a refusal means: that it is too soon, and until when, or that something is wrong. */
export function refusalOf(error: ErrorLike, now: number): Refresh {
  if (error.statusCode !== 429) {
    return { kind: 'failed', error };
  }
  const { response } = error as { response?: { headers?: unknown } };
  const headers = response?.headers as Pick<Headers, 'get'> | undefined;
  const seconds = Number(headers?.get('retry-after'));
  const wait = seconds > 0 ? seconds : defaultWaitSeconds;
  return { kind: 'too-soon', until: now + wait * 1000 };
}
