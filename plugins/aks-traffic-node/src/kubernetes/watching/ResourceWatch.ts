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
  /** Called once when the resource is not served any more in the version that was discovered. */
  onUnserved: () => void;
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
  private wasOpen = false;
  private failures = 0;
  private brokenSince?: number;
  /** Whether events have moved the position since the last list. */
  private moved = false;
  private listedAt: number;
  private isUnserved = false;
  private lastProblem?: KubernetesApiError;

  constructor(private readonly options: ResourceWatchOptions) {
    this.opened = new Promise(resolve => {
      this.markOpen = () => {
        this.wasOpen = true;
        resolve();
      };
    });
    this.listedAt = this.now();
  }

  /** Why the resource is not followed for the first time yet, where anything went wrong. */
  get problem(): KubernetesApiError | undefined {
    return this.wasOpen ? undefined : this.lastProblem;
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
      if (this.sinceMs(openedAt) < watchLimits.firstRetryMs) {
        throw this.failed('The API server ends the watch at once');
      }
      this.forgetFailures();
    } catch (error) {
      signal.throwIfAborted();
      // However many events a server sends, one that ends each stream at once is not to be asked without a pause.
      const longEnoughMs =
        events > 0 ? watchLimits.firstRetryMs : watchLimits.maxRetryMs;
      if (this.sinceMs(openedAt) > longEnoughMs) {
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
    const { version, resourceVersion } = state.position!;
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
    this.moved ||= event.resourceVersion !== resourceVersion;
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
    const isLost = error.failure === 'expired' || error.failure === 'not-found';
    if (isLost && this.isOldPosition()) {
      await this.listAnew();
      return;
    }
    this.lastProblem = error;
    this.failures += 1;
    this.brokenSince ??= this.now();
    const patienceMs =
      error.failure === 'throttled'
        ? watchLimits.giveUpBusyAfterMs
        : watchLimits.giveUpAfterMs;
    if (this.sinceMs(this.brokenSince) >= patienceMs) {
      throw error;
    }
    meter.restart();
    await this.pause(error.retryAfterMs);
    if (isLost || this.failures % triesFromOnePosition === 0) {
      await this.listAnew();
    }
  }

  /** Versions are forgotten in time; a server that does not know one that it has just given would be asked for ever. */
  private isOldPosition(): boolean {
    const { maxRetryMs } = this.options.watchLimits;
    return this.moved && this.sinceMs(this.listedAt) > maxRetryMs;
  }

  private async listAnew(): Promise<void> {
    const { state, meter, onChange } = this.options;
    meter.relist();
    this.moved = false;
    this.listedAt = this.now();
    const heardAt = this.options.environment.now();
    const reading = await readResource(this.options);
    const { read, position } = reading;
    if (read.state === 'not-installed') {
      this.tellUnserved();
      await this.recover(
        this.failed(`The API server does not know ${resourceName(read)} (404)`),
      );
      return;
    }
    if (position || read.state === 'forbidden') {
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
    if (reading.read.state === 'not-installed') {
      this.tellUnserved();
      return;
    }
    this.heardAt = reading.position && heardAt;
    if (state.replace(reading)) {
      onChange();
    }
  }

  /**
   * A resource that is not served may have been removed, or be served in another version since an upgrade. What was
   * discovered cannot tell which, so what is known of it stays until there is another discovery.
   */
  private tellUnserved(): void {
    if (!this.isUnserved) {
      this.isUnserved = true;
      this.options.onUnserved();
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
