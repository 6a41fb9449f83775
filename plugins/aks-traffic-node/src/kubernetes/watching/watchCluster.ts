import limiter from 'p-limit';
import {
  ClusterObservation,
  observedResources,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import { abortable } from '../../abortable';
import { ClusterLocation } from '../../extensions';
import { ApiConnection, realEnvironment } from '../connection/ApiConnection';
import { KubernetesApiError } from '../KubernetesApiError';
import { doubtAbsence } from '../listing/readResources';
import {
  ObserveClusterInternals,
  ObserveClusterOptions,
  readClusterWith,
} from '../observeCluster';
import { defaultReadLimits } from '../ReadLimits';
import { resourceName } from '../resourceName';
import { toObservation } from '../toObservation';
import { DefinitionState } from './DefinitionState';
import { ResourceState } from './ResourceState';
import { ResourceWatch } from './ResourceWatch';
import { defaultWatchLimits, WatchLimits } from './WatchLimits';
import { noMeter, WatchMeter } from './WatchMeter';

/**
 * What {@link watchCluster} needs.
 *
 * @public
 */
export interface WatchClusterOptions extends ObserveClusterOptions {
  /** Patience other than {@link defaultWatchLimits}. */
  watchLimits?: Partial<WatchLimits>;
  /**
   * Called when something that is used of an object is another than before, and only then.
   *
   * @param what - `definitions` when the cluster may serve other kinds from now on, which only a new watch can see.
   */
  onChange: (what: 'objects' | 'definitions') => void;
  meter?: WatchMeter;
}

/**
 * A cluster that is being watched.
 *
 * @public
 */
export interface ClusterWatch {
  readonly location: ClusterLocation;
  /** What is known now, as of when the API server was last heard of the kind that has been quiet for longest. */
  observation(): ClusterObservation;
  /** Objects held in memory. */
  objects(): number;
  /** Resolved when it is over: with a sentence that says why it was given up, or with nothing when it was closed. */
  readonly ended: Promise<string | undefined>;
  close(): Promise<void>;
}

/**
 * Reads a cluster as `observeCluster` does, and from then on follows what changes in it.
 *
 * @returns when every kind that can be listed is being followed. All streams share one connection where the API server
 * speaks HTTP/2.
 * @throws an error that says why when the cluster cannot be read or watched; the signal's reason when that is aborted.
 *
 * @public
 */
export async function watchCluster(
  options: WatchClusterOptions,
): Promise<ClusterWatch> {
  return watchClusterWith(options, {});
}

/** {@link watchCluster} with its surroundings replaceable. */
export async function watchClusterWith(
  options: WatchClusterOptions,
  internals: ObserveClusterInternals,
): Promise<ClusterWatch> {
  const { location, onChange, meter = noMeter } = options;
  const { resources: wanted = observedResources, reduce = reduceObject } =
    internals;
  const { observation, resources } = await readClusterWith(options, internals);
  if (!resources || observation.coverage === 'unreachable') {
    throw new ServiceUnavailableError(observation.gaps[0]);
  }

  const limits = { ...defaultReadLimits, ...options.limits };
  const watchLimits = { ...defaultWatchLimits, ...options.watchLimits };
  const end = new AbortController();
  const signal = AbortSignal.any([options.signal, end.signal]);
  const environment = { ...realEnvironment, ...internals.environment };
  const api = ApiConnection.open({
    location,
    limits,
    signal,
    streams: wanted.length,
    environment: internals.environment,
  });
  const inTurn = limiter(limits.concurrency);
  const wantedNames = new Set(wanted.map(resourceName));
  const watches = wanted.map((resource, index) => {
    const state = new ResourceState(resources.readings[index]);
    const definitions =
      resource.kind === 'CustomResourceDefinition' &&
      new DefinitionState(state, wantedNames);
    const watch = new ResourceWatch({
      api,
      apis: resources.apis,
      resource,
      state,
      limits,
      watchLimits,
      reduce,
      environment,
      signal,
      inTurn,
      onChange: () =>
        onChange(
          definitions && definitions.changed() ? 'definitions' : 'objects',
        ),
      onUnserved: () => onChange('definitions'),
      meter,
    });
    return { state, watch };
  });

  const ended = Promise.all(watches.map(({ watch }) => watch.run())).then(
    () => undefined,
    error => (signal.aborted ? undefined : reasonOf(toError(error))),
  );
  const close = async () => {
    end.abort(new Error('The watch was closed'));
    await ended;
    await api.close();
  };
  void ended.then(() => close());

  const deadline = AbortSignal.timeout(watchLimits.beginWithinMs);
  try {
    await abortable(
      Promise.race([
        Promise.all(watches.map(({ watch }) => watch.opened)),
        ended.then(reason => {
          options.signal.throwIfAborted();
          throw new ServiceUnavailableError(reason);
        }),
      ]),
      AbortSignal.any([options.signal, deadline]),
    );
  } catch (error) {
    if (error !== deadline.reason) {
      throw error;
    }
    // Closing is a problem of its own to what is being read.
    const [problem] = watches.flatMap(({ watch }) => watch.problem ?? []);
    await close();
    throw new ServiceUnavailableError(
      problem
        ? reasonOf(problem)
        : `Not all watches were open within ${
            watchLimits.beginWithinMs / 1000
          } s`,
    );
  }

  return {
    location,
    observation: () =>
      toObservation({
        location,
        observedAt: oldest(
          watches.flatMap(({ watch }) => watch.heardAt ?? []),
        ).toISOString(),
        readings: doubtAbsence(watches.map(({ state }) => state.toReading())),
      }),
    objects: () => watches.reduce((sum, { state }) => sum + state.count, 0),
    ended,
    close,
  };

  function oldest(moments: readonly Date[]): Date {
    return moments.reduce(
      (least, moment) => (moment < least ? moment : least),
      environment.now(),
    );
  }
}

function reasonOf(error: Error): string {
  if (!(error instanceof KubernetesApiError)) {
    return `The watch ended: ${error.message}`;
  }
  const { failure, resource, message } = error;
  return failure === 'forbidden'
    ? `Watching ${resource} is forbidden: the reader's role needs the verb watch beside list`
    : `Watching ${resource} failed: ${message}`;
}
