import {
  KubernetesObject,
  ObservedResource,
} from 'backstage-plugin-aks-traffic-engine';
import { ConnectionEnvironment } from '../connection/ApiConnection';
import { ApiReader, ApiStreamer } from '../connection/ApiReader';
import { DiscoveredApis } from '../discovery/DiscoveredApis';
import { KubernetesApiError } from '../KubernetesApiError';
import { collectionOf } from '../listing/collectionOf';
import { readResource } from '../listing/readResource';
import { ReadLimits } from '../ReadLimits';
import { resourceName } from '../resourceName';
import { followResource } from './followResource';
import { WatchEvent } from './parseWatchEvent';
import { ResourceState } from './ResourceState';
import { retryWatchAfter } from './retryWatchAfter';
import { WatchLimits } from './WatchLimits';
import { WatchMeter } from './WatchMeter';

/** Where streams broke this often in a row, the resource is listed anew instead of going on from there. */
const triesFromOnePosition = 3;

/** What {@link ResourceWatch} needs. */
export interface ResourceWatchOptions {
  api: ApiReader & ApiStreamer;
  apis: DiscoveredApis;
  resource: ObservedResource;
  state: ResourceState;
  limits: ReadLimits;
  watchLimits: WatchLimits;
  reduce: (raw: unknown) => KubernetesObject | undefined;
  environment: Pick<ConnectionEnvironment, 'now' | 'random' | 'wait'>;
  signal: AbortSignal;
  /** Lets few streams be opened at a time. */
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  onChange: () => void;
  meter: WatchMeter;
}

/**
 * Keeps one resource of a cluster up to date: follows its events, goes on from the last one when the stream breaks, and
 * lists it anew when there is nowhere to go on from. A list that was not read whole never replaces one that was.
 */
export class ResourceWatch {
  /** When the server was last heard of this resource; absent where it cannot be followed. */
  heardAt?: Date;
  /** Resolved when the resource is followed for the first time, or turned out not to be there to follow. */
  readonly opened: Promise<void>;
  private markOpen = () => {};
  private failures = 0;
  private brokenSince?: number;

  constructor(private readonly options: ResourceWatchOptions) {
    this.opened = new Promise(resolve => {
      this.markOpen = resolve;
    });
  }

  /**
   * @throws KubernetesApiError when watching is not permitted, or could not be kept up for too long; the signal's reason
   * once it is aborted.
   */
  async run(): Promise<void> {
    const { state, signal } = this.options;
    // What is not served needs another look at what is.
    while (!['not-installed', 'not-read'].includes(state.read.state)) {
      signal.throwIfAborted();
      if (state.position) {
        await this.follow();
      } else {
        this.markOpen();
        await this.readLater();
      }
    }
    this.heardAt = undefined;
    this.markOpen();
  }

  private async follow(): Promise<void> {
    const { state, environment, watchLimits, limits, signal, meter } =
      this.options;
    let openedAt: number | undefined;
    let events = 0;
    try {
      await followResource({
        ...this.options,
        position: state.position!,
        lengthMs: watchLimits.streamMs * (1 + environment.random()),
        silenceMs: watchLimits.silenceMs,
        maxBytes: limits.maxResponseBytes,
        onOpen: () => {
          this.heardAt = environment.now();
          openedAt = this.heardAt.getTime();
          meter.streams(1);
          this.markOpen();
        },
        onEvent: event => {
          events += 1;
          this.take(event);
        },
      });
      if (events === 0 && this.sinceMs(openedAt) < watchLimits.firstRetryMs) {
        throw this.failed('The API server ends the watch at once');
      }
      this.forgetFailures();
    } catch (error) {
      signal.throwIfAborted();
      if (events > 0 || this.sinceMs(openedAt) > watchLimits.maxRetryMs) {
        this.forgetFailures();
      }
      await this.recover(error);
    } finally {
      if (openedAt !== undefined) {
        meter.streams(-1);
      }
    }
  }

  private take(event: Exclude<WatchEvent, { type: 'expired' | 'error' }>) {
    const { state, resource, reduce, environment, meter, onChange } =
      this.options;
    const { version } = state.position!;
    meter.event();
    this.heardAt = environment.now();
    let changed = false;
    if (event.type !== 'bookmark') {
      const { apiVersion } = collectionOf(resource, version);
      const object = reduce({ ...event.raw, apiVersion, kind: resource.kind });
      if (!object) {
        throw this.failed('The API server sent an object that cannot be read');
      }
      changed =
        event.type === 'deleted' ? state.remove(object) : state.set(object);
    }
    state.position = { version, resourceVersion: event.resourceVersion };
    if (changed) {
      onChange();
    }
  }

  /** Waits until it is worth going on, after a list where the position is no good any more. */
  private async recover(error: unknown): Promise<void> {
    if (!(error instanceof KubernetesApiError)) {
      throw error;
    }
    const { meter, watchLimits } = this.options;
    if (error.failure === 'forbidden') {
      throw error;
    }
    if (error.failure === 'expired' || error.failure === 'not-found') {
      await this.listAnew();
      return;
    }
    this.failures += 1;
    this.brokenSince ??= this.now();
    if (
      error.failure !== 'throttled' &&
      this.sinceMs(this.brokenSince) >= watchLimits.giveUpAfterMs
    ) {
      throw error;
    }
    meter.restart();
    await this.pause(error.retryAfterMs);
    if (this.failures % triesFromOnePosition === 0) {
      await this.listAnew();
    }
  }

  private async listAnew(): Promise<void> {
    const { state, meter, onChange } = this.options;
    meter.relist();
    const heardAt = this.options.environment.now();
    const reading = await readResource(this.options);
    const { read, position } = reading;
    if (
      position ||
      read.state === 'not-installed' ||
      read.state === 'forbidden'
    ) {
      this.heardAt = heardAt;
      if (state.replace(reading)) {
        onChange();
      }
      return;
    }
    // What is known stays as it is, and its age shows.
    await this.recover(this.failed(read.gap ?? 'It could not be listed'));
  }

  /** For what could not be listed to begin with: the reason may go away. */
  private async readLater(): Promise<void> {
    const { state, watchLimits, environment, signal, onChange } = this.options;
    this.heardAt = undefined;
    const { retryUnreadMs } = watchLimits;
    await environment.wait(
      retryUnreadMs * (0.75 + environment.random() / 2),
      signal,
    );
    const heardAt = environment.now();
    const reading = await readResource(this.options);
    this.heardAt = reading.position && heardAt;
    if (state.replace(reading)) {
      onChange();
    }
  }

  private async pause(retryAfterMs: number | undefined): Promise<void> {
    const { environment, watchLimits, signal } = this.options;
    await environment.wait(
      retryWatchAfter({
        failures: this.failures,
        retryAfterMs,
        limits: watchLimits,
        random: environment.random(),
      }),
      signal,
    );
  }

  private forgetFailures(): void {
    this.failures = 0;
    this.brokenSince = undefined;
  }

  private failed(message: string): KubernetesApiError {
    const { api, resource } = this.options;
    return new KubernetesApiError({
      cluster: api.cluster,
      resource: resourceName(resource),
      failure: 'wrong-shape',
      message,
    });
  }

  private now(): number {
    return this.options.environment.now().getTime();
  }

  /** Nothing has passed since what has not happened. */
  private sinceMs(moment: number | undefined): number {
    return moment === undefined ? 0 : this.now() - moment;
  }
}
