import { mockServices } from '@backstage/backend-test-utils';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { judgeManagedNginx } from '../__testUtils__/managedNginx';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultListStore } from '../store/DefaultListStore';
import { DefaultRestateStore } from '../store/DefaultRestateStore';
import { DefaultTrafficStore } from '../store/DefaultTrafficStore';
import { DefaultWaiverStore } from '../store/DefaultWaiverStore';
import { RestateTask } from './RestateTask';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const signal = new AbortController().signal;
const october = new Date('2026-10-15T10:00:00Z');
const december = new Date('2026-12-01T00:01:00Z');
const everything = { filter: {}, visibility: { unclaimed: true } };

describe.each(databases.eachSupportedId())('RestateTask on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let onChanged: jest.Mock;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    onChanged = jest.fn();
    await store.recordDiscovery(discoveryOf(['alpha']));
    await storeReading(store, judgeManagedNginx(october), october);
  });

  async function restate(
    now: Date,
    severities: Record<string, Severity> = {},
  ): Promise<void> {
    const task = new RestateTask({
      store: new DefaultRestateStore(client),
      severities,
      logger: mockServices.logger.mock(),
      clock: () => now,
      onChanged,
    });
    await task.run(signal);
  }

  async function listed(now: Date) {
    const { services } = await new DefaultListStore(client, () => now).readPage(
      {
        ...everything,
        orderBy: { field: 'risk', order: 'desc' },
        limit: 10,
      },
    );
    return services.find(({ service }) => service === 'web')!;
  }

  async function judged() {
    const { services, assessments, traffic } = await store.readServices({
      accepts: () => true,
      limit: 10,
    });
    return { services, assessments, traffic };
  }

  it('gives a cluster that was last read in October the verdict of December', async () => {
    const then = await listed(october);
    const revision = await store.readRevision('alpha');

    await restate(december);

    const ofToday = judgeManagedNginx(december);
    const later = await judged();
    expect(later.services).toEqual(ofToday.services);
    expect(later.assessments).toEqual(ofToday.assessments);
    expect(later.traffic.get('alpha')).toEqual(ofToday.cluster);
    expect(then).toMatchObject({ risk: 'medium' });
    expect(await listed(december)).toMatchObject({
      risk: 'critical',
      score: then.score! + 25,
      state: 'at-risk',
    });
    expect(onChanged.mock.calls).toEqual([['alpha']]);
    expect(await store.readRevision('alpha')).not.toBe(revision);
  });

  it('says in list, counts and verdict the same', async () => {
    await restate(december);

    const { services, assessments } = await judged();
    const web = services.findIndex(({ service }) => service === 'web');
    const item = await listed(december);
    expect(item.risk).toBe(services[web].risk);
    expect(item.score).toBe(assessments[web].score);
    const { groups } = await new DefaultListStore(client).summarize({
      ...everything,
      groupBy: 'cluster',
    });
    expect(groups).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ risk: 'critical', services: 1 }),
      ]),
    );
  });

  it('leaves alone what was judged on the day, and what the day does not change', async () => {
    await restate(new Date('2026-10-15T23:59:00Z'));
    const revision = await store.readRevision('alpha');
    await restate(new Date('2026-10-16T00:01:00Z'));

    expect(await store.readRevision('alpha')).toBe(revision);
    expect(onChanged).not.toHaveBeenCalled();
    expect(
      await new DefaultRestateStore(client).clustersToRestate(
        new Date('2026-10-16T09:00:00Z'),
      ),
    ).toEqual([]);
  });

  it('does not make a cluster look read', async () => {
    const [before] = (await store.readClusters()).clusters;

    await restate(december);

    expect((await store.readClusters()).clusters).toEqual([before]);
  });

  it('is what the next reading finds, so that this one writes no row', async () => {
    await restate(december);

    const again = await storeReading(
      store,
      judgeManagedNginx(december),
      december,
    );

    expect(again).toMatchObject({ outcome: 'stored', written: 0, deleted: 0 });
  });

  it('keeps waived what is waived', async () => {
    const waivers = new DefaultWaiverStore(client);
    await waivers.createWaiver(
      {
        cluster: 'alpha',
        namespace: 'shop',
        service: 'web',
        ruleId: 'app-routing-nginx-retirement',
        reason: 'It goes in January.',
        owner: 'group:default/team-shop',
        createdBy: 'user:default/ann',
        createdAt: october.toISOString(),
        expiresAt: '2026-12-31T00:00:00.000Z',
      },
      october,
    );
    const then = await listed(october);

    await restate(december);

    expect(then.waivers).toBe(1);
    expect(await listed(december)).toMatchObject({
      risk: then.risk,
      waivers: 1,
    });
  });

  it('leaves a severity that the operator set', async () => {
    await restate(december, { 'app-routing-nginx-retirement': 'low' });

    const { services } = await judged();
    const { findings } = services.find(({ service }) => service === 'web')!;
    const finding = findings.find(({ retirement }) => retirement)!;
    expect(finding.severity).toBe('medium');
    expect(finding.message).toContain('support ended in November 2026');
  });
});
