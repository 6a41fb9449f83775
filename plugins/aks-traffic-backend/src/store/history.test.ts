import { Knex } from 'knex';
import { analysis, LabelledService } from '../__testUtils__/analysis';
import {
  retiringService,
  settledService,
  unknownService,
} from '../__testUtils__/retiring';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { DefaultListStore } from './DefaultListStore';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const nginx = ['app-routing-nginx'] as const;

/** A time some days after the begin of the test. */
const daysLater = (days: number) => minutesLater(days * 24 * 60);

describe.each(databases.eachSupportedId())('history on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let lists: DefaultListStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    lists = new DefaultListStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
  });

  async function read(services: LabelledService[], now: Date) {
    await storeReading(store, analysis({ services }), now);
  }

  /** Spans as `service systems from to`. */
  async function spans(): Promise<string[]> {
    const rows = await client('risk_spans as span')
      .join('service_list as list', 'list.service_id', 'span.service_id')
      .select('list.service', 'span.systems', 'span.from_day', 'span.to_day')
      .orderBy(['list.service', 'span.from_day']);
    return rows.map(row =>
      [row.service, row.systems, row.from_day, row.to_day ?? '…'].join(' '),
    );
  }

  /** Services as `service state`, those that are gone included. */
  async function states(): Promise<string[]> {
    const rows = await client('service_list').orderBy('service');
    return rows.map(row =>
      [row.service, row.state, ...(row.gone_on ? ['gone'] : [])].join(' '),
    );
  }

  it('begins a span when a Service comes to be at risk and ends it when it has moved', async () => {
    await read([retiringService('web', [...nginx])], start);
    await read([retiringService('web', [...nginx])], daysLater(3));
    await read([settledService('web')], daysLater(5));

    expect(await spans()).toEqual([
      'web ,app-routing-nginx, 2026-11-22 2026-11-27',
    ]);
    expect(await states()).toEqual(['web moved']);
  });

  it('never calls moved what was not at risk', async () => {
    await read([unknownService('web'), settledService('api')], start);
    await read([settledService('web'), settledService('api')], daysLater(1));

    expect(await spans()).toEqual([]);
    expect(await states()).toEqual(['api clear', 'web clear']);
  });

  it('goes on while too little is read to say, and does not call that moved', async () => {
    await read([retiringService('web', [...nginx])], start);
    await read([unknownService('web')], daysLater(1));
    expect(await states()).toEqual(['web unknown']);
    expect(await spans()).toEqual(['web ,app-routing-nginx, 2026-11-22 …']);

    await read([settledService('web')], daysLater(2));
    expect(await states()).toEqual(['web moved']);
    expect(await spans()).toEqual([
      'web ,app-routing-nginx, 2026-11-22 2026-11-24',
    ]);
  });

  it('stays moved through later readings', async () => {
    await read([retiringService('web', [...nginx])], start);
    await read([settledService('web')], daysLater(1));
    await read([unknownService('web')], daysLater(2));
    await read([settledService('web')], daysLater(3));

    expect(await states()).toEqual(['web moved']);
  });

  it('has a span for each set of systems', async () => {
    await read([retiringService('web', ['ingress-nginx'])], start);
    await read(
      [retiringService('web', ['ingress-nginx', 'app-routing-nginx'])],
      daysLater(1),
    );
    await read([retiringService('web', [...nginx])], daysLater(2));

    expect(await spans()).toEqual([
      'web ,ingress-nginx, 2026-11-22 2026-11-23',
      'web ,app-routing-nginx,ingress-nginx, 2026-11-23 2026-11-24',
      'web ,app-routing-nginx, 2026-11-24 …',
    ]);
  });

  it('counts a day as its last reading says', async () => {
    await read([retiringService('web', [...nginx])], start);
    await read([settledService('web')], minutesLater(10));
    expect(await spans()).toEqual([]);

    await read([retiringService('web', [...nginx])], daysLater(1));
    await read([settledService('web')], daysLater(2));
    await read(
      [retiringService('web', [...nginx])],
      new Date(daysLater(2).getTime() + 60_000),
    );
    expect(await spans()).toEqual(['web ,app-routing-nginx, 2026-11-23 …']);
  });

  it('remembers Services that are gone only when they were at risk', async () => {
    await read(
      [retiringService('web', [...nginx]), settledService('api')],
      start,
    );
    await read([], daysLater(2));

    expect(await states()).toEqual(['web at-risk gone']);
    expect(await spans()).toEqual([
      'web ,app-routing-nginx, 2026-11-22 2026-11-24',
    ]);
  });

  it('knows a Service that comes back', async () => {
    await read([retiringService('web', [...nginx])], start);
    await read([], daysLater(1));
    await read([settledService('web')], daysLater(2));
    expect(await states()).toEqual(['web moved']);

    await read([], daysLater(3));
    await read([retiringService('web', [...nginx])], daysLater(4));
    expect(await states()).toEqual(['web at-risk']);
    expect(await spans()).toEqual([
      'web ,app-routing-nginx, 2026-11-22 2026-11-23',
      'web ,app-routing-nginx, 2026-11-26 …',
    ]);
  });

  it('outlives the cluster', async () => {
    await read([retiringService('web', [...nginx])], start);
    await store.recordDiscovery(discoveryOf([], { takenAt: daysLater(1) }));
    await store.recordDiscovery(discoveryOf([], { takenAt: daysLater(2) }));

    expect(await client('clusters')).toEqual([]);
    expect(await spans()).toEqual([
      'web ,app-routing-nginx, 2026-11-22 2026-11-24',
    ]);
    expect(await client('unread_spans')).toEqual([
      { cluster: 'alpha', from_day: '2026-11-23', to_day: '2026-11-24' },
    ]);
  });

  it('writes nothing while nothing changes', async () => {
    await read([retiringService('web', [...nginx])], start);
    await client('risk_spans').update({ systems: 'untouched' });
    await read([retiringService('web', [...nginx])], daysLater(1));

    expect(await client('risk_spans').select('systems')).toEqual([
      { systems: 'untouched' },
    ]);
  });

  it('remembers the days between two good readings', async () => {
    await read([], start);
    await read([], daysLater(1));
    expect(await client('unread_spans')).toEqual([]);

    const { token } = (await claim(store, daysLater(3)))!;
    await store.keepCluster({
      cluster: 'alpha',
      claim: token,
      gaps: ['Connection refused.'],
      now: daysLater(3),
    });
    await read([], daysLater(4));

    expect(await client('unread_spans')).toEqual([
      { cluster: 'alpha', from_day: '2026-11-24', to_day: '2026-11-26' },
    ]);
  });

  it('follows a thousand Services at once', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `web-${index}`);
    await read(
      names.map(name => retiringService(name, [...nginx])),
      start,
    );
    await read(
      names.map(name => settledService(name)),
      daysLater(1),
    );

    expect(
      await client('risk_spans')
        .where({ from_day: '2026-11-22', to_day: '2026-11-23' })
        .count({ count: '*' }),
    ).toEqual([{ count: id === 'SQLITE_3' ? 1000 : '1000' }]);
  });

  it('is forgotten when it is over for long enough', async () => {
    await read(
      [retiringService('web', [...nginx]), retiringService('api', [...nginx])],
      start,
    );
    await read([retiringService('web', [...nginx])], daysLater(4));

    await lists.forgetHistory({ beforeDay: '2026-11-25' });
    expect(await states()).toEqual(['api at-risk gone', 'web at-risk']);
    await lists.forgetHistory({ beforeDay: '2026-11-26' });

    expect(await spans()).toEqual(['web ,app-routing-nginx, 2026-11-22 …']);
    expect(await states()).toEqual(['web at-risk']);
    expect(await client('unread_spans')).toEqual([]);
  });
});
