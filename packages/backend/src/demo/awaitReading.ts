import { setTimeout as sleep } from 'node:timers/promises';
import { AksTrafficClient } from 'backstage-plugin-aks-traffic-common';

/** Asks for a reading of a cluster, and waits until one that began after a time is stored. */
export async function awaitReading(options: {
  client: Pick<AksTrafficClient, 'refreshCluster' | 'listClusters'>;
  cluster: string;
  since: Date;
  token: string;
  pollMs: number;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<'read' | 'timed-out'> {
  const { client, cluster, since, token, pollMs, timeoutMs, signal } = options;
  // Refused when the last reading is young, or the first is still to come; then the sweep reads it, soon in the demo.
  await client.refreshCluster(cluster, { token, signal }).catch(error => {
    if (error.statusCode !== 429 && error.statusCode !== 404) {
      throw error;
    }
  });
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { items } = await client.listClusters({ token, signal });
    const attemptedAt = items.find(({ name }) => name === cluster)?.attemptedAt;
    if (attemptedAt !== undefined && new Date(attemptedAt) >= since) {
      return 'read';
    }
    if (Date.now() >= deadline) {
      return 'timed-out';
    }
    await sleep(pollMs, undefined, { signal });
  }
}
