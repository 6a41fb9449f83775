import { defaultWatchLimits } from 'backstage-plugin-aks-traffic-node';
import { inOwnProcess } from '../fleet/inOwnProcess';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';
import { IdleFigures } from '../watch/idleClusters';

/** Every five minutes. */
const readingsPerHour = 12;

const hourMs = 60 * 60 * 1000;

/** Streams last as long as is asked for and up to twice that, by chance. */
const streamsPerHour = hourMs / (1.5 * defaultWatchLimits.streamMs);

/** What clusters in which nothing happens cost, watched and read in turn, for each cluster and hour. */
export async function benchmarkWatch(options: {
  clusters: number;
  services: number;
  seconds: number;
}): Promise<BenchmarkResult> {
  const { clusters, services, seconds } = options;
  const figures = await inOwnProcess<IdleFigures>('idle-clusters', {
    clusters,
    services,
    seconds,
  });
  const readRequests = figures.readRequests * readingsPerHour;
  const readCpuMs = figures.readCpuMs * readingsPerHour;
  const readReceivedKb = figures.readReceivedKb * readingsPerHour;
  // Everything is listed anew once an hour.
  const watchReceivedKb = figures.watchReceivedKb + figures.readReceivedKb;
  const watchRequests = figures.streams * streamsPerHour + figures.readRequests;
  const watchCpuMs = figures.watchCpuMs + figures.readCpuMs;
  const row = (
    label: string,
    value: number,
    unit: string,
    inTurn?: number,
  ): BenchmarkRow => ({
    label,
    value,
    unit,
    ...(inTurn !== undefined && {
      ratio: value / inTurn,
      against: 'read in turn',
    }),
  });
  return {
    name: 'watch',
    rows: [
      row('read in turn: requests', readRequests, 'an hour'),
      row('read in turn: CPU', readCpuMs, 'ms an hour'),
      row('read in turn: received', readReceivedKb, 'KB an hour'),
      row('watched: requests', watchRequests, 'an hour', readRequests),
      row('watched: CPU', watchCpuMs, 'ms an hour', readCpuMs),
      row('watched: received', watchReceivedKb, 'KB an hour', readReceivedKb),
      row('watched: events', figures.events, 'an hour'),
      row('watched: streams', figures.streams, 'at a time'),
      row('watched: objects held', figures.objects, 'objects'),
      row('watched: memory held', figures.heldKb, 'KB'),
    ],
  };
}
