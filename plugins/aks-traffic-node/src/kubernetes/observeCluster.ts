import {
  ClusterObservation,
  KubernetesObject,
  ObservedResource,
} from 'backstage-plugin-aks-traffic-engine';
import { toError } from '@backstage/errors';
import { ClusterLocation } from '../extensions';
import {
  ApiConnection,
  ConnectionEnvironment,
} from './connection/ApiConnection';
import { ReadResources, readResources } from './listing/readResources';
import { defaultReadLimits, ReadLimits } from './ReadLimits';
import { toObservation, unreachable } from './toObservation';
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
  return (await readClusterWith(options, internals)).observation;
}

/** A reading of a cluster, with what a watch needs to go on from it; that is absent where nothing could be read. */
export interface ClusterReading {
  observation: ClusterObservation;
  resources?: ReadResources;
}

/** {@link observeCluster}, with the parts of its outcome. */
export async function readClusterWith(
  options: ObserveClusterOptions,
  internals: ObserveClusterInternals,
): Promise<ClusterReading> {
  const { location, signal } = options;
  signal.throwIfAborted();
  if (location.access.kind === 'none') {
    return { observation: unreachable(location, location.access.gap) };
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
    const now = internals.environment?.now ?? (() => new Date());
    const observedAt = now().toISOString();
    const resources = await readResources({
      limits,
      api: connection,
      ...internals,
    });
    signal.throwIfAborted();
    return {
      observation: toObservation({
        location,
        observedAt,
        readings: resources.readings,
      }),
      resources,
    };
  } catch (error) {
    signal.throwIfAborted();
    return {
      observation: unreachable(
        location,
        unreachableGap(location, toError(error)),
      ),
    };
  } finally {
    await connection?.close();
  }
}
