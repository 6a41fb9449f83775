import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ServiceRetirement,
  waiverCovers,
} from 'backstage-plugin-aks-traffic-common';
import { addDays, dayOf } from '../store/days';
import { DueService, NoticeStore } from '../store/noticeTypes';
import { StoredWaiver, waiverState } from '../waivers/waiverState';
import { NotSentError } from './NotSentError';
import { never, nextStageOn, stageOf } from './stages';
import { toNotification } from './toNotification';

/** Services looked at per statement. */
const pageSize = 100;

/**
 * Tells owners when a Service of theirs first stands on something that is being retired, and again when its end comes
 * near. A finding that is waived is no news; it is when the waiver has ended.
 */
export class NotifyTask {
  /** Whether the last run failed, so that the reason was said already. */
  private failing = false;

  constructor(
    private readonly options: {
      notifications: NotificationService;
      store: NoticeStore;
      logger: LoggerService;
      clock(): Date;
    },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { store, logger } = this.options;
    await store.forgetNotices();
    let sent = 0;
    try {
      for await (const service of this.due(signal)) {
        sent += await this.tell(service);
      }
      this.failing = false;
    } catch (error) {
      if (!(error instanceof NotSentError)) {
        throw error;
      }
      // What was sent is recorded; the rest is tried again by the next run.
      logger[this.failing ? 'debug' : 'warn'](stringifyError(error));
      this.failing = true;
    }
    if (sent > 0) {
      logger.info(
        `Sent ${sent} notifications to the owners of Services at risk`,
      );
    }
  }

  private async *due(signal: AbortSignal): AsyncGenerator<DueService> {
    const { store, clock } = this.options;
    let page: DueService[] = [];
    do {
      page = await store.findDue({
        today: dayOf(clock()),
        limit: pageSize,
        after: page.at(-1)?.serviceId ?? '',
      });
      for (const service of page) {
        signal.throwIfAborted();
        yield service;
      }
    } while (page.length === pageSize);
  }

  /** @returns how many notifications were sent. */
  private async tell(service: DueService): Promise<number> {
    const { store, clock } = this.options;
    const now = clock();
    const today = dayOf(now);
    const { notice } = service;
    const told = notice?.owner === service.owner ? notice.stages : {};
    const stages: Record<string, number> = {};
    const nextOn: string[] = [];
    let sent = 0;
    let whole = false;
    try {
      for (const retirement of service.retirements) {
        const id = retirement.retirement;
        const waiver = activeWaiver(service, retirement, now);
        if (waiver) {
          nextOn.push(addDays(dayOf(waiver.expiresAt), 1));
          continue;
        }
        const stage = stageOf(retirement.date, today);
        if (!(told[id] >= stage)) {
          await this.send(service, retirement, today);
          sent += 1;
        }
        stages[id] = Math.max(stage, told[id] ?? 0);
        nextOn.push(nextStageOn(retirement.date, stage));
      }
      whole = true;
    } finally {
      if (whole || sent > 0) {
        await store.recordNotice({
          serviceId: service.serviceId,
          owner: service.owner,
          retirements: service.listedRetirements,
          stages: whole ? stages : { ...told, ...stages },
          nextOn: whole ? nextOn.sort().at(0) ?? never : '',
        });
      }
    }
    return sent;
  }

  private async send(
    service: DueService,
    retirement: ServiceRetirement,
    today: string,
  ): Promise<void> {
    const recipients = [...new Set(service.owners)];
    try {
      await this.options.notifications.send(
        toNotification({ service, retirement, recipients, today }),
      );
    } catch (error) {
      throw new NotSentError(
        `Owners could not be notified of retirements; aksTraffic.notifications needs the notifications plugin`,
        error,
      );
    }
  }
}

/** The waiver that ends first of those that cover every finding about the retirement; `undefined` when one is open. */
function activeWaiver(
  { findings, waivers }: DueService,
  { retirement }: ServiceRetirement,
  now: Date,
): StoredWaiver | undefined {
  const active = waivers.filter(each => waiverState(each, now) === 'active');
  const covering = findings
    .filter(finding => finding.retirement === retirement)
    .map(finding => active.find(waiver => waiverCovers(waiver, finding)));
  return covering.some(waiver => waiver === undefined)
    ? undefined
    : covering
        .flatMap(waiver => waiver ?? [])
        .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
        .at(0);
}
