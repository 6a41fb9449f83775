import { setTimeout as sleep } from 'node:timers/promises';
import { ObservedResource } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from '../../extensions';
import { ConnectionEnvironment } from '../connection/ApiConnection';
import { ClusterWatch, watchClusterWith } from '../watching/watchCluster';
import { WatchLimits } from '../watching/WatchLimits';
import { testLocation } from './locations';
import { watchedResources, WatchServer } from './startWatchServer';

/** A watch of a {@link WatchServer}, with what it told meanwhile. */
export interface FollowedServer extends ClusterWatch {
  changes: string[];
  counts: {
    streams: number;
    events: number;
    restarts: number;
    relists: number;
  };
}

/** Watches a server with what waits shortened to milliseconds; how long they were to be is noted by the server. */
export async function followServer(
  server: WatchServer,
  options: {
    watchLimits?: Partial<WatchLimits>;
    location?: Partial<ClusterLocation>;
    signal?: AbortSignal;
    now?: ConnectionEnvironment['now'];
    resources?: readonly ObservedResource[];
  } = {},
): Promise<FollowedServer> {
  const changes: string[] = [];
  const counts = { streams: 0, events: 0, restarts: 0, relists: 0 };
  const watched = await watchClusterWith(
    {
      location: testLocation(options.location),
      signal: options.signal ?? new AbortController().signal,
      limits: { requestTimeoutMs: 5_000 },
      watchLimits: options.watchLimits,
      onChange: what => changes.push(what),
      meter: {
        streams: change => {
          counts.streams += change;
        },
        event: () => {
          counts.events += 1;
        },
        restart: () => {
          counts.restarts += 1;
        },
        relist: () => {
          counts.relists += 1;
        },
      },
    },
    {
      resources: options.resources ?? watchedResources,
      environment: {
        ...server.environment,
        ...(options.now && { now: options.now }),
        wait: (milliseconds, signal) => {
          server.environment.waited.push(milliseconds);
          return sleep(Math.min(milliseconds, 5), undefined, { signal });
        },
      },
    },
  );
  return { ...watched, changes, counts };
}

/** Waits until a check passes, for four seconds at most. */
export async function eventually(check: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      check();
      return;
    } catch (error) {
      if (tries > 400) {
        throw error;
      }
      await sleep(10);
    }
  }
}
