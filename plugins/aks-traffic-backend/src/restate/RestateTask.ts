import { LoggerService } from '@backstage/backend-plugin-api';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { RestateStore } from '../store/restateTypes';

/**
 * Lets the day decide how severe ends of support are, and how urgent a move is, also for clusters that nobody could
 * read since the day began.
 */
export class RestateTask {
  constructor(
    private readonly options: {
      store: RestateStore;
      /** Severity by rule id, over the engine's own. */
      severities: Record<string, Severity>;
      logger: LoggerService;
      clock(): Date;
      /** Called when what is served of a cluster is another than before. */
      onChanged?(cluster: string): void;
    },
  ) {}

  /** One transaction per cluster, so that nothing waits long for the database. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, severities, logger, clock, onChanged } = this.options;
    const now = clock();
    let changed = 0;
    for (const cluster of await store.clustersToRestate(now)) {
      signal.throwIfAborted();
      if (await store.restateCluster({ cluster, now, severities })) {
        changed += 1;
        onChanged?.(cluster);
      }
    }
    if (changed > 0) {
      logger.info(
        `Stated the verdicts on ${changed} clusters anew: an end of support has come nearer`,
      );
    }
  }
}
