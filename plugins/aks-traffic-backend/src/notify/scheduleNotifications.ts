import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { NoticeStore } from '../store/noticeTypes';
import { NotifyTask } from './NotifyTask';

/** Registers the task that tells owners, for one replica at a time. */
export async function scheduleNotifications(options: {
  scheduler: SchedulerService;
  notifications: NotificationService;
  store: NoticeStore;
  logger: LoggerService;
  clock(): Date;
}): Promise<void> {
  const task = new NotifyTask(options);
  await options.scheduler.scheduleTask({
    id: 'aks-traffic-notify',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 1 },
    timeout: { hours: 1 },
    scope: 'global',
    fn: signal => task.run(signal),
  });
}
