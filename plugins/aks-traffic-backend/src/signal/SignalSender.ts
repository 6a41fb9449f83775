import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  TrafficSignal,
  trafficSignalChannel,
} from 'backstage-plugin-aks-traffic-common';

/** What changes within this time, in milliseconds, is told in one message. */
const gatherMs = 250;

/** Tells open pages to look again. Where the signals plugin is not installed nobody hears it, and nothing fails. */
export class SignalSender {
  private readonly changed = new Set<string>();
  private timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly options: {
      signals: SignalsService;
      /** Finds the topics of clusters. */
      topicsOf(clusters: string[]): Promise<string[]>;
      logger: LoggerService;
    },
  ) {}

  /** Tells that what is served of a cluster is another than before. */
  tell(cluster: string): void {
    this.changed.add(cluster);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.send();
    }, gatherMs);
    // A message that nobody waits for must not keep the process alive.
    this.timer.unref();
  }

  private async send(): Promise<void> {
    const { signals, topicsOf, logger } = this.options;
    const clusters = [...this.changed];
    this.changed.clear();
    try {
      const message: TrafficSignal = { topics: await topicsOf(clusters) };
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: trafficSignalChannel,
        message: { ...message },
      });
    } catch (error) {
      // Pages look again by themselves, only later.
      logger.debug(`Open pages could not be told: ${stringifyError(error)}`);
    }
  }
}
