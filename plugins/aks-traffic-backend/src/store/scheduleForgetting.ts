import { SchedulerService } from '@backstage/backend-plugin-api';
import { dayOf } from './days';
import { ListStore } from './listTypes';

/** Registers the task that forgets what is older than history is kept. */
export async function scheduleForgetting(options: {
  scheduler: SchedulerService;
  store: Pick<ListStore, 'forgetHistory'>;
  keepHistoryForMs: number;
  clock(): Date;
}): Promise<void> {
  const { scheduler, store, keepHistoryForMs, clock } = options;
  await scheduler.scheduleTask({
    id: 'aks-traffic-forget',
    frequency: { hours: 12 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: () =>
      store.forgetHistory({
        beforeDay: dayOf(new Date(clock().getTime() - keepHistoryForMs)),
      }),
  });
}
