import limiter from 'p-limit';
import {
  ClusterObservation,
  KubernetesObject,
  ObservedResource,
  observedResources,
  reduceObject,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';
import { toError } from '@backstage/errors';
import { ClusterLocation } from '../extensions';
import {
  ApiConnection,
  ConnectionEnvironment,
} from './connection/ApiConnection';
import { ApiReader } from './connection/ApiReader';
import { readDiscovery } from './discovery/readDiscovery';
import { readResource, ResourceReading } from './listing/readResource';
import { defaultReadLimits, ReadLimits } from './ReadLimits';
import { resourceName } from './resourceName';
import { unreachableGap } from './unreachableGap';

/**
 * What {@link observeCluster} needs.
 *
 * @public
 */
export interface ObserveClusterOptions {
  location: ClusterLocation;
  /** Ends the reading: it then rejects with the signal's reason. */
  signal: AbortSignal;
  /** Bounds other than {@link defaultReadLimits}. */
  limits?: Partial<ReadLimits>;
}

/** What tests replace. */
export interface ObserveClusterInternals {
  environment?: Partial<ConnectionEnvironment>;
  resources?: readonly ObservedResource[];
  reduce?: (raw: unknown) => KubernetesObject | undefined;
}

/**
 * Reads one cluster: discovery once, then every resource the engine wants that the cluster has, page by page, each
 * object reduced at once to what is used of it. Only GET requests are sent, and none for Secrets.
 *
 * @returns what could be read. Whatever the API server, the network or the credentials do, the answer is an
 * observation: resources that could not be read say so in `reads`, and a cluster of which nothing could be read has
 * coverage `unreachable` and no `observedAt`.
 * @throws only when `signal` is aborted.
 *
 * @public
 */
export async function observeCluster(
  options: ObserveClusterOptions,
): Promise<ClusterObservation> {
  return observeClusterWith(options, {});
}

/** {@link observeCluster} with its surroundings replaceable. */
export async function observeClusterWith(
  options: ObserveClusterOptions,
  internals: ObserveClusterInternals,
): Promise<ClusterObservation> {
  const { location, signal } = options;
  signal.throwIfAborted();
  if (location.access.kind === 'none') {
    return unreachable(location, location.access.gap);
  }
  const limits = { ...defaultReadLimits, ...options.limits };
  const deadline = AbortSignal.timeout(limits.clusterTimeoutMs);
  let connection: ApiConnection | undefined;
  try {
    connection = ApiConnection.open({
      location,
      limits,
      signal: AbortSignal.any([signal, deadline]),
      environment: internals.environment,
    });
    const observation = await observe({
      location,
      limits,
      api: connection,
      internals,
    });
    signal.throwIfAborted();
    return observation;
  } catch (error) {
    signal.throwIfAborted();
    return unreachable(location, unreachableGap(location, toError(error)));
  } finally {
    await connection?.close();
  }
}

async function observe(options: {
  location: ClusterLocation;
  limits: ReadLimits;
  api: ApiReader;
  internals: ObserveClusterInternals;
}): Promise<ClusterObservation> {
  const { location, limits, api, internals } = options;
  const resources = internals.resources ?? observedResources;
  const reduce = internals.reduce ?? reduceObject;
  const now = internals.environment?.now ?? (() => new Date());
  const observedAt = now().toISOString();

  const apis = await readDiscovery({
    api,
    wantedGroups: new Set(resources.map(({ group }) => group)),
  });
  const limit = limiter(limits.concurrency);
  const readings = await Promise.all(
    resources.map(resource =>
      limit(() => readResource({ api, apis, resource, limits, reduce })),
    ),
  );
  return toObservation({
    location,
    observedAt,
    readings: doubtAbsence(readings),
  });
}

/**
 * Discovery of an API server that has just started, or of one of several during an upgrade, may not know yet what was
 * added to it. A definition among the objects proves that the resource is there.
 */
function doubtAbsence(readings: ResourceReading[]): ResourceReading[] {
  const defined = new Set(
    readings.flatMap(({ objects }) =>
      objects
        .filter(({ kind }) => kind === 'CustomResourceDefinition')
        .map(({ metadata }) => metadata.name),
    ),
  );
  return readings.map(reading => {
    const { read } = reading;
    return read.state === 'not-installed' && defined.has(resourceName(read))
      ? {
          ...reading,
          read: {
            ...read,
            state: 'not-read',
            gap: `${resourceName(
              read,
            )} is defined in the cluster and was not served when it was read`,
          },
        }
      : reading;
  });
}

function toObservation(options: {
  location: ClusterLocation;
  observedAt: string;
  readings: ResourceReading[];
}): ClusterObservation {
  const { location, observedAt, readings } = options;
  const reads = readings.map(({ read }) => read);
  const isRead = reads.some(
    ({ state }) => state === 'complete' || state === 'partial',
  );
  if (!isRead) {
    return unreachable(location, nothingReadGap(reads));
  }
  const isWhole = reads.every(
    ({ state }) => state === 'complete' || state === 'not-installed',
  );
  return {
    ...observationOf(location),
    observedAt,
    coverage: isWhole ? 'complete' : 'partial',
    gaps: [],
    reads,
    objects: readings.flatMap(({ objects }) => objects),
  };
}

/** One sentence in place of one per resource: the reason is the same for nearly all of them. */
function nothingReadGap(reads: readonly ResourceRead[]): string {
  const missing = reads.filter(({ gap }) => gap !== undefined);
  if (missing.every(({ state }) => state === 'forbidden')) {
    return 'The API server knows the reader and lets it read nothing: bind it to the ClusterRole aks-traffic-reader of the installation guide, or give it the Azure roles named there.';
  }
  return `Nothing of the cluster could be read. ${missing[0].gap}`;
}

function unreachable(
  location: ClusterLocation,
  gap: string,
): ClusterObservation {
  return {
    ...observationOf(location),
    coverage: 'unreachable',
    gaps: [gap],
    reads: [],
    objects: [],
  };
}

function observationOf(location: ClusterLocation) {
  return {
    cluster: location.name,
    ...(location.armId && { armId: location.armId }),
    origin: 'api' as const,
  };
}
