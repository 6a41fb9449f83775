import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { RestateStore } from '../store/restateTypes';
import { RestateTask } from './RestateTask';

/** Registers the task that states verdicts anew, for one replica at a time. Between days it costs a look at one table. */
export async function scheduleRestating(options: {
  scheduler: SchedulerService;
  store: RestateStore;
  severities: Record<string, Severity>;
  logger: LoggerService;
  clock(): Date;
  onChanged?(cluster: string): void;
}): Promise<void> {
  const task = new RestateTask(options);
  await options.scheduler.scheduleTask({
    id: 'aks-traffic-restate',
    // At the begin of the day in UTC, and soon after a start that missed it.
    frequency: { minutes: 5 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: signal => task.run(signal),
  });
}
