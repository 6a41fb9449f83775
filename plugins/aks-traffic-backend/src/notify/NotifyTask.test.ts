import { mockServices } from '@backstage/backend-test-utils';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { analysis, LabelledService } from '../__testUtils__/analysis';
import { retiringService, settledService } from '../__testUtils__/retiring';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultLinkStore } from '../store/DefaultLinkStore';
import { DefaultNoticeStore } from '../store/DefaultNoticeStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { DefaultWaiverStore } from '../store/DefaultWaiverStore';
import { NotifyTask } from './NotifyTask';

jest.setTimeout(60_000);

const databases = createTestDatabases();

/** The notifications plugin as a plugin sees it; it fails while it is told to. */
class FakeNotifications implements NotificationService {
  readonly sent: NotificationSendOptions[] = [];
  failing = false;

  async send(options: NotificationSendOptions): Promise<void> {
    if (this.failing) {
      throw new Error('Request failed with status 404');
    }
    this.sent.push(options);
  }

  /** Recipients and titles since the last look. */
  take(): [unknown, string][] {
    return this.sent
      .splice(0)
      .map(({ recipients, payload }) => [
        recipients.type === 'entity' && recipients.entityRef,
        payload.title,
      ]);
  }
}

function claimed(service: LabelledService, ...ids: string[]): LabelledService {
  return {
    ...service,
    labelSets: ids.map(id => ({ 'backstage.io/kubernetes-id': id })),
  };
}

const shop = claimed(retiringService('web', ['app-routing-nginx']), 'shop');
const managed = 'Managed NGINX of the application routing add-on';
const signal = new AbortController().signal;

describe.each(databases.eachSupportedId())('NotifyTask on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let now: Date;
  let notifications: FakeNotifications;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.resetAllMocks();
    client = await databases.init(id);
    store = await createTestStore(client);
    now = new Date('2026-08-01T10:00:00.000Z');
    notifications = new FakeNotifications();
    await own({ shop: 'group:default/sales' });
    await store.recordDiscovery(discoveryOf(['alpha'], { takenAt: now }));
  });

  async function own(owners: Record<string, string>, title?: string) {
    const links = new DefaultLinkStore(client);
    await links.recordEntities({
      entities: Object.entries(owners).map(([name, owner]) => ({
        ref: `component:default/${name}`,
        title,
        owner,
        catalogSystem: '',
        annotations: { 'backstage.io/kubernetes-id': name },
      })),
      takenAt: now,
    });
    for (const cluster of await links.clustersToLink()) {
      await links.linkCluster(cluster);
    }
  }

  const read = (services: LabelledService[]) =>
    storeReading(store, analysis({ services }), now);

  /** A replica that has just started. */
  const createTask = () =>
    new NotifyTask({
      notifications,
      store: new DefaultNoticeStore(client),
      logger,
      clock: () => now,
    });

  async function runOn(day: string) {
    now = new Date(`${day}T10:00:00.000Z`);
    await createTask().run(signal);
    return notifications.take();
  }

  it('tells the owner what ends, when, for which Service, and where to look', async () => {
    await own({ shop: 'group:default/sales' }, 'The shop');
    await read([shop]);
    await createTask().run(signal);

    expect(notifications.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['group:default/sales'] },
        payload: {
          title: `The shop: ${managed}: support ends in November 2026`,
          description:
            'Service shop/web of cluster alpha stands on it. Managed NGINX of the application routing add-on: support ends in November 2026. Microsoft patches critical vulnerabilities through November 2026; no exact day, no extension and no end state of the add-on were published. It does not stop.',
          link: '/catalog/default/component/shop/traffic?service=alpha%2Fshop%2Fweb',
          severity: 'normal',
          topic: 'retirement',
          scope: expect.stringMatching(
            /^retirement:RET-NGINX-AKS:[0-9a-f]{64}$/,
          ),
        },
      },
    ]);
  });

  it('tells once, and again at 90, 30 and 7 days, whichever replica runs', async () => {
    await read([shop]);
    const told: Record<string, string[]> = {};
    for (const day of [
      '2026-08-01',
      '2026-08-02',
      '2026-09-01',
      '2026-09-02',
      '2026-11-01',
      '2026-11-22',
      '2026-11-23',
      '2026-11-30',
      '2027-02-01',
    ]) {
      const titles = (await runOn(day)).map(([, title]) => title);
      if (titles.length > 0) {
        told[day] = titles;
      }
    }

    expect(told).toEqual({
      '2026-08-01': [`shop: ${managed}: support ends in November 2026`],
      '2026-09-01': [`shop: ${managed}: support ends in November 2026`],
      // The thirtieth day was missed.
      '2026-11-01': [`shop: ${managed}: support ends in November 2026`],
      '2026-11-23': [`shop: ${managed}: support ends in November 2026`],
    });
  });

  it('keeps one scope for one Service and retirement, so that notifications update', async () => {
    await read([
      claimed(
        retiringService('web', ['app-routing-nginx', 'ingress-nginx']),
        'shop',
      ),
      claimed(retiringService('api', ['app-routing-nginx']), 'shop'),
    ]);
    await createTask().run(signal);
    now = new Date('2026-09-05T10:00:00.000Z');
    await createTask().run(signal);

    const scopes = notifications.sent.map(({ payload }) => payload.scope);
    expect(scopes).toHaveLength(5);
    expect(new Set(scopes).size).toBe(3);
  });

  it('tells at once what has ended already, and then no more', async () => {
    await read([claimed(retiringService('web', ['ingress-nginx']), 'shop')]);

    expect(await runOn('2026-08-01')).toEqual([
      [
        ['group:default/sales'],
        'shop: Community ingress-nginx: support ended in March 2026 according to the last statement seen',
      ],
    ]);
    expect(await runOn('2026-12-01')).toEqual([]);
  });

  it('tells the owners of all entities that claim the Service', async () => {
    await own({ shop: 'group:default/sales', till: 'group:default/tills' });
    await read([
      claimed(retiringService('web', ['app-routing-nginx']), 'shop', 'till'),
    ]);

    expect((await runOn('2026-08-01')).map(([to]) => to)).toEqual([
      ['group:default/sales', 'group:default/tills'],
    ]);
  });

  it('tells nobody about what nobody owns, and the owner when there is one', async () => {
    await own({ shop: '' });
    await read([shop, retiringService('unclaimed', ['ingress-nginx'])]);
    expect(await runOn('2026-08-01')).toEqual([]);

    await own({ shop: 'group:default/sales' });

    expect(await runOn('2026-08-02')).toHaveLength(1);
  });

  it('tells a new owner', async () => {
    await read([shop]);
    await runOn('2026-08-01');
    await own({ shop: 'group:default/finance' });

    expect((await runOn('2026-08-02')).map(([to]) => to)).toEqual([
      ['group:default/finance'],
    ]);
    expect(await runOn('2026-08-03')).toEqual([]);
  });

  it('tells of a retirement that comes to apply later', async () => {
    await read([shop]);
    await runOn('2026-08-01');
    now = new Date('2026-08-02T10:00:00.000Z');
    await read([
      claimed(
        retiringService('web', ['app-routing-nginx', 'ingress-nginx']),
        'shop',
      ),
    ]);

    expect((await runOn('2026-08-02')).map(([, title]) => title)).toEqual([
      expect.stringContaining('Community ingress-nginx'),
    ]);
  });

  it('begins anew for a Service that was moved and comes back', async () => {
    await read([shop]);
    await runOn('2026-08-01');
    now = new Date('2026-08-02T10:00:00.000Z');
    await read([claimed(settledService('web'), 'shop')]);
    expect(await runOn('2026-08-02')).toEqual([]);
    now = new Date('2026-08-03T10:00:00.000Z');
    await read([shop]);

    expect(await runOn('2026-08-03')).toHaveLength(1);
  });

  it('does not begin anew after a day on which too little was read', async () => {
    await read([shop]);
    await runOn('2026-08-01');
    now = new Date('2026-08-02T10:00:00.000Z');
    await read([
      { ...shop, assessment: { effort: 'unknown', score: undefined } },
    ]);
    expect(await runOn('2026-08-02')).toEqual([]);
    now = new Date('2026-08-03T10:00:00.000Z');
    await read([shop]);

    expect(await runOn('2026-08-03')).toEqual([]);
  });

  describe('with a waiver', () => {
    const finding = {
      ruleId: 'app-routing-nginx-retirement',
      severity: 'high' as const,
      retirement: 'RET-NGINX-AKS',
      subject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
      message: '',
      evidence: [],
      remediation: { summary: '', actions: [] },
      docs: '',
    };
    const found = {
      ...shop,
      traffic: { ...shop.traffic, findings: [finding] },
    };

    async function waive(
      expiresAt: string,
      subject?: ObjectRef,
    ): Promise<string> {
      const result = await new DefaultWaiverStore(client).createWaiver(
        {
          cluster: 'alpha',
          namespace: 'shop',
          service: 'web',
          ruleId: finding.ruleId,
          ...(subject && { subject }),
          reason: 'It is switched off in October.',
          owner: 'group:default/sales',
          createdBy: 'user:default/ann',
          createdAt: now.toISOString(),
          expiresAt,
        },
        now,
      );
      return result.outcome === 'created' ? result.waiver.id : result.outcome;
    }

    it('says nothing until it has expired', async () => {
      await read([found]);
      await waive('2026-09-15T12:00:00.000Z');

      expect(await runOn('2026-08-01')).toEqual([]);
      expect(await runOn('2026-09-01')).toEqual([]);
      expect(await runOn('2026-09-16')).toHaveLength(1);
      expect(await runOn('2026-09-17')).toEqual([]);
    });

    it('speaks of what no waiver is about while others are waived', async () => {
      const subject = { ...finding.subject, name: 'api' };
      const findings = [finding, { ...finding, subject }];
      await read([{ ...shop, traffic: { ...shop.traffic, findings } }]);

      await waive('2026-11-15T12:00:00.000Z', finding.subject);
      expect(await runOn('2026-08-01')).toHaveLength(1);

      await waive('2026-09-15T12:00:00.000Z', subject);
      expect(await runOn('2026-09-01')).toEqual([]);
      expect(await runOn('2026-09-16')).toHaveLength(1);
    });

    it('speaks up when it is revoked', async () => {
      await read([found]);
      const waiverId = await waive('2026-11-15T12:00:00.000Z');
      expect(await runOn('2026-08-01')).toEqual([]);

      await new DefaultWaiverStore(client).revokeWaiver({
        id: waiverId,
        revokedBy: 'user:default/ann',
        now,
      });

      expect(await runOn('2026-08-02')).toHaveLength(1);
    });
  });

  it('tries again what could not be sent, says why once, and loses nothing', async () => {
    const task = createTask();
    await read([shop]);
    notifications.failing = true;

    await task.run(signal);
    await task.run(signal);

    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/needs the notifications plugin.*status 404/s),
    );
    notifications.failing = false;
    await task.run(signal);
    expect(notifications.take()).toHaveLength(1);
  });

  it('reaches all of many Services, each once', async () => {
    await read(
      Array.from({ length: 250 }, (_, index) =>
        claimed(retiringService(`web-${index}`, ['ingress-nginx']), 'shop'),
      ),
    );
    const scopes = new Set<string | undefined>();
    await createTask().run(signal);
    for (const { payload } of notifications.sent) {
      scopes.add(payload.scope);
    }

    expect(notifications.sent).toHaveLength(250);
    expect(scopes.size).toBe(250);
  });
});
