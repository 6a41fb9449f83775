import { Answers, askConcurrently } from '../card/askConcurrently';
import { CardServer, startCardServer, until } from '../card/CardServer';
import { requestToken } from '../card/requestToken';
import { deployStorefront, entity, entityName } from '../card/storefront';
import { readingConfiguration } from '../fleet/readingConfiguration';
import { SimulatedFleet, startSimulator } from '../fleet/startSimulator';
import { percentile } from '../measure/percentile';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';

const fleetSize = { clusters: 10, services: 50 };
const latencyMs = 20;

/** Pages of the Kubernetes plugin ask again after ten seconds, as long as they are open. */
const viewsPerHour = 360;
/** The default schedule of this project's backend. */
const sweepsPerHour = 12;

/** What one of the two backends did. */
interface CardFigures extends Answers {
  /** Requests that API servers got for one answer. */
  callsPerAnswer: number;
}

/**
 * What an open entity page costs: the answer for the card from stored verdicts, against the Kubernetes plugin of
 * Backstage, which asks every cluster for every answer. Each runs alone in a process of its own, with the same
 * catalog, the same readers and the same clusters.
 */
export async function benchmarkCard(options: {
  readers: number;
  requests: number;
  port: number;
}): Promise<BenchmarkResult> {
  const fleet = await startSimulator(fleetSize);
  try {
    await deployStorefront(fleet);
    const {
      figures: stored,
      again,
      callsPerSweep,
    } = await measureStored(fleet, options);
    // Connections to the first backend are kept alive by the client, and would be tried again at the same port.
    const asked = await measureAsked(fleet, {
      ...options,
      port: options.port + 1,
    });
    return {
      name: 'card',
      rows: [
        ...timeRows(stored, asked, options.readers),
        ...againRows(again, asked),
        ...failureRows(stored, asked),
        ...callRows(stored, asked, callsPerSweep),
      ],
    };
  } finally {
    await fleet.stop();
  }
}

async function measureStored(
  fleet: SimulatedFleet,
  options: { readers: number; requests: number; port: number },
): Promise<{ figures: CardFigures; again: Answers; callsPerSweep: number }> {
  const { aksTraffic } = readingConfiguration(fleet);
  await fleet.control('DELETE', '/requests');
  const server = await startCardServer({
    server: 'aks-traffic',
    port: options.port,
    configuration: {
      aksTraffic: {
        ...aksTraffic,
        schedule: {
          frequency: { hours: 1 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 0 },
        },
      },
    },
  });
  try {
    const path = `/api/aks-traffic/v1/entities/component/default/${entityName}/traffic`;
    await until('every cluster is read', async () => {
      const { ok, text } = await server.ask(path);
      return ok && JSON.parse(text).services.length === fleet.clusters.length;
    });
    const callsPerSweep = await callsOf(fleet);
    const figures = await measure(fleet, options, () => server.askRaw(path));
    const { etag } = await server.askRaw(path);
    const again = await askConcurrently({
      ...options,
      ask: async () =>
        (await server.askRaw(path, undefined, etag)).status === 304,
    });
    return { figures, again, callsPerSweep };
  } finally {
    await server.stop();
  }
}

async function measureAsked(
  fleet: SimulatedFleet,
  options: { readers: number; requests: number; port: number },
): Promise<CardFigures> {
  const serviceAccountToken = await requestToken(fleet);
  const server = await startCardServer({
    server: 'kubernetes',
    port: options.port,
    configuration: {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: fleet.clusters.map(({ name, server: url, caFile }) => ({
              name,
              url,
              caFile,
              authProvider: 'serviceAccount',
              serviceAccountToken,
              skipMetricsLookup: true,
            })),
          },
        ],
      },
    },
  });
  try {
    const path = `/api/kubernetes/services/${entityName}`;
    await until('the catalog has the entity', async () => {
      const { ok, text } = await server.ask(path, { entity });
      return ok && JSON.parse(text).items.length === fleet.clusters.length;
    });
    return await measure(fleet, options, () => server.askRaw(path, { entity }));
  } finally {
    await server.stop();
  }
}

async function measure(
  fleet: SimulatedFleet,
  { readers, requests }: { readers: number; requests: number },
  ask: () => ReturnType<CardServer['askRaw']>,
): Promise<CardFigures> {
  await fleet.control('PUT', '/faults/latency', {
    target: '*',
    effect: { kind: 'slow', delayMs: latencyMs },
  });
  try {
    const load = { readers, ask: async () => (await ask()).status === 200 };
    // A backend that answers has answered before.
    await askConcurrently({ ...load, requests: readers });
    await fleet.control('DELETE', '/requests');
    const answers = await askConcurrently({ ...load, requests });
    return { ...answers, callsPerAnswer: (await callsOf(fleet)) / requests };
  } finally {
    await fleet.control('DELETE', '/faults');
  }
}

/** Requests that the API servers of the clusters got since the last time that the counters were set back. */
async function callsOf(fleet: SimulatedFleet): Promise<number> {
  const names = new Set(fleet.clusters.map(({ name }) => name));
  return (await fleet.requests())
    .filter(({ target }) => names.has(target))
    .reduce((sum, { count }) => sum + count, 0);
}

function timeRows(
  stored: CardFigures,
  asked: CardFigures,
  readers: number,
): BenchmarkRow[] {
  const against = 'the same of the Kubernetes plugin';
  return [0.5, 0.95].flatMap(share => {
    const [ours, theirs] = [stored, asked].map(({ times }) =>
      percentile(times, share),
    );
    const label = `${readers} readers, ${fleetSize.clusters} clusters at ${latencyMs} ms`;
    const unit = `ms, p${share * 100}`;
    return [
      { label: `Kubernetes plugin, ${label}`, value: theirs, unit },
      {
        label: `AKS Traffic, ${label}`,
        value: ours,
        unit,
        ratio: ours / theirs,
        against,
      },
    ];
  });
}

/** What a page costs that is open and asks again whether its answer has changed. */
function againRows(again: Answers, asked: CardFigures): BenchmarkRow[] {
  return [0.5, 0.95].map(share => {
    const value = percentile(again.times, share);
    return {
      label: 'AKS Traffic, asked again while nothing has changed',
      value,
      unit: `ms, p${share * 100}`,
      ratio: value / percentile(asked.times, share),
      against: 'the whole answer of the Kubernetes plugin',
    };
  });
}

function failureRows(stored: CardFigures, asked: CardFigures): BenchmarkRow[] {
  return [
    { label: 'Kubernetes plugin', figures: asked },
    { label: 'AKS Traffic', figures: stored },
  ].map(({ label, figures: { failed, times } }) => ({
    label: `${label}, requests without an answer`,
    value: failed,
    unit: `of ${failed + times.length}`,
  }));
}

function callRows(
  stored: CardFigures,
  asked: CardFigures,
  callsPerSweep: number,
): BenchmarkRow[] {
  const unit = 'requests to API servers';
  return [
    {
      label: 'Kubernetes plugin, for each answer',
      value: asked.callsPerAnswer,
      unit,
    },
    {
      label: 'AKS Traffic, for each answer',
      value: stored.callsPerAnswer,
      unit,
    },
    {
      label: 'Kubernetes plugin, for one page that is open for an hour',
      value: asked.callsPerAnswer * viewsPerHour,
      unit,
    },
    {
      label: 'AKS Traffic, in an hour, however many pages are open',
      value: callsPerSweep * sweepsPerHour,
      unit,
    },
  ];
}
