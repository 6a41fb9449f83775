import { Finding, Risk, Severity } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import {
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
} from '../__testUtils__/storeTest';
import { StoredWaiver } from '../waivers/waiverState';
import { WaiverPosition } from './waiverTypes';
import { DefaultListStore } from './DefaultListStore';
import { DefaultTrafficStore } from './DefaultTrafficStore';
import { DefaultWaiverStore } from './DefaultWaiverStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const everything = { unclaimed: true };

function finding(ruleId: string, severity: Severity, name = 'web'): Finding {
  return {
    ruleId,
    severity,
    subject: { apiVersion: 'v1', kind: 'Service', name },
    message: '',
    evidence: [],
    remediation: { summary: '', actions: [] },
    docs: '',
  };
}

const findings = [
  finding('mesh-mtls', 'high'),
  finding('orphaned-class', 'low'),
];

const web = {
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
};

function waiver(
  overrides: Partial<Omit<StoredWaiver, 'id'>> = {},
): Omit<StoredWaiver, 'id'> {
  return {
    ...web,
    ruleId: 'mesh-mtls',
    reason: 'The gateway in front does it.',
    owner: 'group:default/team-shop',
    createdBy: 'user:default/ann',
    createdAt: start.toISOString(),
    expiresAt: minutesLater(60).toISOString(),
    ...overrides,
  };
}

describe.each(databases.eachSupportedId())('waivers on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;
  let waivers: DefaultWaiverStore;
  let now: Date;

  const readCluster = (
    minutes: number,
    found: Finding[] | undefined,
    readWhole = true,
  ) =>
    storeReading(
      store,
      analysis({
        services: [
          ...(found
            ? [
                {
                  traffic: serviceTraffic({ risk: 'high', findings: found }),
                  labelSets: [],
                  readWhole,
                },
              ]
            : []),
          {
            traffic: serviceTraffic({ service: 'other', risk: 'medium' }),
            labelSets: [],
          },
        ],
      }),
      minutesLater(minutes),
    );

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    waivers = new DefaultWaiverStore(client);
    now = start;
    await store.recordDiscovery(discoveryOf(['alpha']));
    await readCluster(0, findings);
  });

  const create = async (
    overrides: Partial<Omit<StoredWaiver, 'id'>> = {},
    at = start,
  ) => {
    const result = await waivers.createWaiver(waiver(overrides), at);
    if (result.outcome !== 'created') {
      throw new Error(result.outcome);
    }
    return result.waiver;
  };

  /** Risk and number of waived findings, as the list and as the entity's page have them. */
  async function listed(): Promise<Record<string, [Risk, number]>> {
    const lists = new DefaultListStore(client, () => now);
    const { services } = await lists.readPage({
      filter: {},
      visibility: everything,
      orderBy: { field: 'service', order: 'asc' },
      limit: 10,
    });
    return Object.fromEntries(
      services.map(({ service, risk, waivers: waived }) => [
        service,
        [risk, waived],
      ]),
    );
  }

  const page = (query = {}, visibility = {}) =>
    waivers.listWaivers({
      query: { limit: 100, ...query },
      visibility: { ...everything, ...visibility },
      now,
    });

  const list = async (query = {}, visibility = {}) =>
    (await page(query, visibility)).waivers.map(
      ({ ruleId, service }) => `${service} ${ruleId}`,
    );

  it('take a finding out of the risk, and let the others count', async () => {
    expect(await listed()).toEqual({ other: ['medium', 0], web: ['high', 0] });

    const created = await create();

    expect(created).toEqual({ ...waiver(), id: expect.any(String) });
    expect(await listed()).toEqual({ other: ['medium', 0], web: ['low', 1] });
    const { services, waivers: read } = await store.readServices({
      accepts: () => true,
      limit: 10,
    });
    expect(services[1].findings).toEqual(findings);
    expect(read).toEqual([created]);
  });

  it('cover one of several findings of a rule, or all of them, those to come too', async () => {
    const [first] = findings;
    const second = finding('mesh-mtls', 'medium', 'api');
    await readCluster(5, [first, second]);

    const created = await create({ subject: first.subject });
    expect(created.subject).toEqual(first.subject);
    expect((await listed()).web).toEqual(['medium', 1]);
    expect(
      await waivers.createWaiver(waiver({ subject: first.subject }), start),
    ).toMatchObject({ outcome: 'waived' });
    expect(
      await waivers.createWaiver(
        waiver({ subject: finding('', 'low', 'gone').subject }),
        start,
      ),
    ).toMatchObject({ outcome: 'no-finding' });

    await create();
    await readCluster(10, [first, second, finding('mesh-mtls', 'low', 'new')]);
    expect((await listed()).web).toEqual(['none', 3]);
  });

  it('leave the risk unknown where not everything was read', async () => {
    await readCluster(5, findings.slice(0, 1), false);
    await create();

    expect((await listed()).web).toEqual(['unknown', 1]);
  });

  it('are refused for what is not there, and say what is', async () => {
    expect(
      await waivers.createWaiver(waiver({ ruleId: 'kubenet' }), start),
    ).toEqual({
      outcome: 'no-finding',
      ruleIds: ['mesh-mtls', 'orphaned-class'],
    });
    for (const other of [{ service: 'x' }, { cluster: 'x' }]) {
      expect(await waivers.createWaiver(waiver(other), start)).toEqual({
        outcome: 'no-service',
      });
    }
    expect(await client('waivers')).toEqual([]);
  });

  it('are made once, however many ask at a time', async () => {
    const results = await Promise.all(
      Array.from({ length: 4 }, () => waivers.createWaiver(waiver(), start)),
    );

    const outcomes = results.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['created', 'waived', 'waived', 'waived']);
    expect(await client('waivers')).toHaveLength(1);
  });

  it('let the finding count again as soon as they expire, without anybody doing anything', async () => {
    await create();
    now = minutesLater(59);
    expect((await listed()).web).toEqual(['low', 1]);

    now = minutesLater(60);

    expect((await listed()).web).toEqual(['high', 0]);
    expect(await list({ state: 'expired' })).toEqual(['web mesh-mtls']);
    expect(await list({ state: 'active' })).toEqual([]);
    await expect(create({}, now)).resolves.toMatchObject(waiver());
  });

  it('are right in counts too when they expired since', async () => {
    await create();
    const lists = new DefaultListStore(client, () => minutesLater(60));
    const scope = {
      filter: { risk: ['low' as const] },
      visibility: everything,
    };

    const { totalItems } = await lists.readList({
      ...scope,
      orderBy: { field: 'risk', order: 'desc' },
      limit: 1,
    });
    expect(totalItems).toBe(0);
  });

  it('let the finding count again at once when they are revoked', async () => {
    const { id: waiverId } = await create();
    const revoke = () =>
      waivers.revokeWaiver({
        id: waiverId,
        revokedBy: 'user:default/bob',
        now: minutesLater(5),
      });

    const revoked = {
      ...waiver(),
      id: waiverId,
      revokedBy: 'user:default/bob',
      revokedAt: minutesLater(5).toISOString(),
    };
    expect(await revoke()).toEqual({ outcome: 'revoked', waiver: revoked });
    expect((await listed()).web).toEqual(['high', 0]);
    expect(await list({ state: 'revoked' })).toEqual(['web mesh-mtls']);
    expect(await revoke()).toEqual({ outcome: 'ended', waiver: revoked });
    expect(
      await waivers.revokeWaiver({ id: '\u0000', revokedBy: '', now }),
    ).toEqual({ outcome: 'not-found' });
  });

  it('cannot be revoked when they have expired', async () => {
    const { id: waiverId } = await create();
    await expect(
      waivers.revokeWaiver({
        id: waiverId,
        revokedBy: 'user:default/bob',
        now: minutesLater(60),
      }),
    ).resolves.toMatchObject({ outcome: 'ended' });
  });

  it('hold for the next readings, whatever these find', async () => {
    await create();

    await readCluster(5, [...findings, finding('mesh-mtls', 'critical')]);
    expect((await listed()).web).toEqual(['low', 2]);

    await readCluster(10, findings.slice(1));
    expect((await listed()).web).toEqual(['high', 0]);

    await readCluster(15, undefined);
    expect(await listed()).toEqual({ other: ['medium', 0] });
    expect(await list({ state: 'active' })).toEqual(['web mesh-mtls']);

    await readCluster(20, findings);
    expect((await listed()).web).toEqual(['low', 1]);
  });

  it('do not come back with a reading after they have ended', async () => {
    await create();
    await readCluster(61, [...findings, finding('x', 'info')]);
    now = minutesLater(61);

    expect((await listed()).web).toEqual(['high', 0]);
  });

  it('are listed newest first, by what is asked for', async () => {
    await create();
    await create({
      ruleId: 'orphaned-class',
      createdAt: minutesLater(1).toISOString(),
    });

    expect(await list()).toEqual(['web orphaned-class', 'web mesh-mtls']);
    expect(await list(web)).toHaveLength(2);
    expect(await list({ cluster: 'beta' })).toEqual([]);
    expect(await list({ namespace: 'x' })).toEqual([]);
    expect(await list({ service: 'x' })).toEqual([]);
  });

  it('are shown to who may see the Service', async () => {
    const { id: waiverId } = await create();
    const unclaimedOnly = { unclaimed: false };
    const shop = {
      conditions: { field: 'namespace' as const, values: ['shop'] },
    };
    const pay = {
      conditions: { field: 'namespace' as const, values: ['pay'] },
    };

    expect(await list({}, unclaimedOnly)).toEqual([]);
    expect(await list({}, shop)).toHaveLength(1);
    expect(await list({}, pay)).toEqual([]);
    expect(
      await waivers.readWaiver(waiverId, { ...everything, ...pay }),
    ).toBeUndefined();
    expect(await waivers.readWaiver(waiverId, everything)).toMatchObject(web);
    expect(await waivers.isVisible(web, everything)).toBe(true);
    expect(await waivers.isVisible(web, { ...everything, ...pay })).toBe(false);
    expect(await waivers.isVisible({ ...web, service: 'x' }, everything)).toBe(
      false,
    );
  });

  it('of a Service that is gone are shown to who may see everything', async () => {
    await create();
    await readCluster(5, undefined);

    expect(await list()).toHaveLength(1);
    expect(await list({}, { unclaimed: false })).toEqual([]);
    expect(
      await list({}, { conditions: { field: 'entity' as const } }),
    ).toEqual([]);
    expect(await list({}, { entities: [1, 2, 3] })).toEqual([]);
    expect(await waivers.isVisible(web, everything)).toBe(false);
  });

  it('keep hostile texts as they are', async () => {
    const reason = `"'; drop table waivers; -- ${'\u{1F600}'.repeat(10)}`;
    await create({ reason });

    expect((await page()).waivers[0].reason).toBe(reason);
  });

  it('come page by page, each once and in order, those of one moment too', async () => {
    for (const minutes of [0, 0, 0, 1, 1]) {
      const { id: waiverId, createdAt } = await create({
        createdAt: minutesLater(minutes).toISOString(),
      });
      await waivers.revokeWaiver({
        id: waiverId,
        revokedBy: 'user:default/ann',
        now: new Date(createdAt),
      });
    }
    const whole = await page();
    expect(whole.waivers).toHaveLength(5);
    expect(whole.next).toBeUndefined();

    for (const limit of [1, 2, 5]) {
      const found = [];
      let after: WaiverPosition | undefined;
      do {
        const { waivers: some, next } = await page({ limit, after });
        expect(some.length).toBeLessThanOrEqual(limit);
        found.push(...some);
        after = next;
      } while (after);
      expect(found).toEqual(whole.waivers);
    }
  });
});
