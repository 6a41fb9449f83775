import { Finding } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { analysis, serviceTraffic } from '../__testUtils__/analysis';
import {
  claim,
  createTestDatabases,
  createTestStore,
  discoveryOf,
  minutesLater,
  start,
  storeReading,
  countServices,
  listClusters,
} from '../__testUtils__/storeTest';
import { DefaultTrafficStore } from './DefaultTrafficStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const web = {
  traffic: serviceTraffic({ service: 'web' }),
  labelSets: [{ app: 'web' }],
};
const api = {
  traffic: serviceTraffic({ service: 'api', risk: 'none', entryPoints: [] }),
  labelSets: [{ app: 'api' }],
};

it('is tested on PostgreSQL too where a server is named', () => {
  const server =
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
  const promised = server ? ['SQLITE_3', 'POSTGRES_18'] : ['SQLITE_3'];
  expect(databases.eachSupportedId().flat()).toEqual(
    expect.arrayContaining(promised),
  );
});

describe.each(databases.eachSupportedId())('DefaultTrafficStore on %s', id => {
  let client: Knex;
  let store: DefaultTrafficStore;

  beforeEach(async () => {
    client = await databases.init(id);
    store = await createTestStore(client);
    await store.recordDiscovery(discoveryOf(['alpha']));
  });

  const everything = { accepts: () => true, limit: 1000 };

  async function serviceNames() {
    const { services } = await store.readServices(everything);
    return services.map(({ service }) => service);
  }

  async function alpha() {
    const [cluster] = await listClusters(store);
    return cluster;
  }

  describe('replaceCluster', () => {
    it('stores the verdicts, coverage and what was known', async () => {
      const { token } = (await claim(store))!;
      const result = await store.replaceCluster({
        cluster: 'alpha',
        claim: token,
        analysis: analysis({
          services: [web, api],
          traffic: { sku: 'Automatic' },
          coverage: { state: 'partial', gaps: ['Routes are forbidden.'] },
        }),
        objects: [],
        observedAt: '2026-11-22T09:59:00.000Z',
        analysedAt: start,
        knownKinds: ['/services'],
        servicesWhole: true,
      });

      expect(result).toEqual({
        outcome: 'stored',
        changed: true,
        written: 2,
        deleted: 0,
        unchanged: 0,
      });
      expect(await alpha()).toEqual({
        name: 'alpha',
        source: 'config',
        services: 2,
        snapshot: {
          coverage: 'partial',
          observedAt: '2026-11-22T09:59:00.000Z',
          analysedAt: '2026-11-22T10:00:00.000Z',
          gaps: ['Routes are forbidden.'],
          knownKinds: ['/services'],
        },
        attemptedAt: '2026-11-22T10:00:00.000Z',
        failureGaps: [],
        topic: expect.any(String),
      });
      expect(await store.readServices(everything)).toMatchObject({
        services: [api.traffic, web.traffic],
        truncated: false,
        clusters: [{ name: 'alpha' }],
        traffic: new Map([
          [
            'alpha',
            {
              name: 'alpha',
              sku: 'Automatic',
              controllers: [],
              findings: [],
            },
          ],
        ]),
        discovery: { complete: true },
      });
    });

    it('writes nothing for Services that did not change', async () => {
      await storeReading(store, analysis({ services: [web, api] }));
      await client('services').update({ assessment: 'untouched' });
      await client('service_list').update({ exposure: 'untouched' });

      const result = await storeReading(
        store,
        analysis({ services: [api, web] }),
        minutesLater(30),
      );

      expect(result).toEqual({
        outcome: 'stored',
        changed: false,
        written: 0,
        deleted: 0,
        unchanged: 2,
      });
      expect(await client('services').distinct('assessment')).toEqual([
        { assessment: 'untouched' },
      ]);
      expect(await client('service_list').distinct('exposure')).toEqual([
        { exposure: 'untouched' },
      ]);
    });

    it('rewrites a Service when its verdict or its labels changed, and deletes one that is gone', async () => {
      const gone = {
        traffic: serviceTraffic({ service: 'gone' }),
        labelSets: [{ app: 'gone' }],
      };
      await storeReading(store, analysis({ services: [web, api, gone] }));

      const result = await storeReading(
        store,
        analysis({
          services: [
            { ...web, labelSets: [{ app: 'renamed' }] },
            { ...api, traffic: { ...api.traffic, risk: 'critical' } },
          ],
        }),
        minutesLater(30),
      );

      expect(result).toEqual({
        outcome: 'stored',
        changed: true,
        written: 2,
        deleted: 1,
        unchanged: 0,
      });
      expect(await serviceNames()).toEqual(['api', 'web']);
      expect(
        await client('service_labels').select('value').orderBy('value'),
      ).toEqual([{ value: 'api' }, { value: 'renamed' }]);
    });

    it('replaces orphans by content', async () => {
      const orphan = (name: string) => ({
        resource: { apiVersion: 'v1', kind: 'Ingress', name },
        reason: 'It names no Service.',
        findings: [],
      });
      await storeReading(
        store,
        analysis({ services: [web], orphans: [orphan('a'), orphan('b')] }),
      );

      const result = await storeReading(
        store,
        analysis({
          services: [web],
          orphans: [orphan('b'), orphan('c'), orphan('c')],
        }),
        minutesLater(30),
      );

      expect(result).toEqual({
        outcome: 'stored',
        changed: true,
        written: 1,
        deleted: 1,
        unchanged: 2,
      });
      const { orphans } = await store.readServices(everything);
      expect(
        orphans
          .get('alpha')
          ?.map(({ resource }) => resource.name)
          .sort(),
      ).toEqual(['b', 'c']);
    });

    it('tells whether anything that is served became another, and not that it is newer', async () => {
      const finding: Finding = {
        ruleId: 'controller-without-budget',
        severity: 'medium',
        subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'nginx' },
        message: 'There is no PodDisruptionBudget.',
        evidence: [],
        remediation: { summary: 'Add one.', actions: [] },
        docs: 'https://docs.example',
      };
      const route = { apiVersion: 'v1', kind: 'Service', metadata: {} };
      let minutes = 0;
      const isChanged = async (
        overrides: Partial<Parameters<typeof analysis>[0]> = {},
        objects: KubernetesObject[] = [],
      ) => {
        minutes += 30;
        const result = await storeReading(
          store,
          analysis({ services: [web], ...overrides }),
          minutesLater(minutes),
          objects,
        );
        return result.outcome === 'stored' && result.changed;
      };

      expect(await isChanged()).toBe(true);
      expect(await isChanged()).toBe(false);
      for (const [overrides, objects] of [
        [{ traffic: { findings: [finding] } }],
        [{ coverage: { state: 'partial' as const, gaps: [] } }],
        [{ coverage: { state: 'partial' as const, gaps: ['Cut off.'] } }],
        [{}, [{ ...route, metadata: { name: 'web', namespace: 'shop' } }]],
      ] as [Parameters<typeof isChanged>[0], KubernetesObject[]?][]) {
        expect(await isChanged(overrides, objects)).toBe(true);
        expect(await isChanged(overrides, objects)).toBe(false);
      }
      expect(await isChanged()).toBe(true);
    });

    it('leaves other clusters alone', async () => {
      await storeReading(store, analysis({ services: [web] }));
      await store.recordDiscovery(discoveryOf(['alpha', 'beta']));
      await storeReading(
        store,
        analysis({
          cluster: 'beta',
          services: [
            { traffic: { ...web.traffic, cluster: 'beta' }, labelSets: [] },
          ],
        }),
      );

      expect(await countServices(store)).toEqual(
        new Map([
          ['alpha', 1],
          ['beta', 1],
        ]),
      );
    });

    it('keeps the second of two Services with one name instead of failing', async () => {
      const twice = {
        ...web,
        traffic: { ...web.traffic, risk: 'low' as const },
      };

      await storeReading(store, analysis({ services: [web, twice] }));

      const { services } = await store.readServices(everything);
      expect(services).toEqual([twice.traffic]);
    });

    it('stores labels that become the same when they are written', async () => {
      await storeReading(
        store,
        analysis({
          services: [
            {
              traffic: serviceTraffic(),
              labelSets: [{ '\ud800': 'x', '\udbff': 'x', app: '\ud800' }],
            },
          ],
        }),
      );
      const { services } = await store.readServices(everything);
      expect(services).toHaveLength(1);
    });

    it('stores hostile names as the data they are', async () => {
      const hostile = [
        "'; DROP TABLE services; --",
        'nul\u0000byte',
        '__proto__',
        'x'.repeat(10_000),
        '\ud800',
        '<script>',
      ].map(name => ({
        traffic: serviceTraffic({ service: name, namespace: name }),
        labelSets: [{ [name]: name, ok: 'yes' }],
      }));

      await storeReading(store, analysis({ services: hostile }));
      const { services } = await store.readServices({
        lookup: { key: 'ok', values: ['yes'] },
        ...everything,
      });

      expect(services.map(({ service }) => service).sort()).toEqual(
        hostile.map(({ traffic }) => traffic.service).sort(),
      );
    });

    it('stores more rows than one statement can bind', async () => {
      const many = Array.from({ length: 1500 }, (_, index) => ({
        traffic: serviceTraffic({ service: `service-${index}` }),
        labelSets: [{ app: `service-${index}`, team: 'shop' }],
      }));

      await storeReading(store, analysis({ services: many }));
      await storeReading(store, analysis({ services: [] }), minutesLater(30));

      expect(await countServices(store)).toEqual(new Map());
      expect(await client('service_labels')).toEqual([]);
    });

    it('writes nothing when another reader took the cluster over meanwhile', async () => {
      const slow = (await claim(store))!;
      const later = minutesLater(30);
      const quick = (await claim(store, later))!;
      await store.replaceCluster({
        cluster: 'alpha',
        claim: quick.token,
        analysis: analysis({ services: [web, api] }),
        objects: [],
        observedAt: later.toISOString(),
        analysedAt: later,
        knownKinds: [],
        servicesWhole: true,
      });

      const result = await store.replaceCluster({
        cluster: 'alpha',
        claim: slow.token,
        analysis: analysis({ services: [] }),
        objects: [],
        observedAt: start.toISOString(),
        analysedAt: start,
        knownKinds: [],
        servicesWhole: true,
      });

      expect(result).toEqual({ outcome: 'superseded' });
      expect(await serviceNames()).toEqual(['api', 'web']);
    });

    it('lets only one of two writers with the same claim through', async () => {
      const { token } = (await claim(store))!;
      const write = (services: (typeof web)[]) =>
        store.replaceCluster({
          cluster: 'alpha',
          claim: token,
          analysis: analysis({ services }),
          objects: [],
          observedAt: start.toISOString(),
          analysedAt: start,
          knownKinds: [],
          servicesWhole: true,
        });

      const results = await Promise.all([write([web]), write([api])]);

      expect(results.map(({ outcome }) => outcome).sort()).toEqual([
        'stored',
        'superseded',
      ]);
      expect(await serviceNames()).toHaveLength(1);
    });

    it('undoes everything when one row cannot be written', async () => {
      await storeReading(store, analysis({ services: [web] }));
      const { token } = (await claim(store, minutesLater(30)))!;
      const unwritable = serviceTraffic({ service: 'bad' });
      Object.assign(unwritable, { risk: undefined });

      await expect(
        store.replaceCluster({
          cluster: 'alpha',
          claim: token,
          analysis: analysis({
            services: [api, { traffic: unwritable, labelSets: [] }],
          }),
          objects: [],
          observedAt: start.toISOString(),
          analysedAt: start,
          knownKinds: [],
          servicesWhole: true,
        }),
      ).rejects.toThrow();

      expect(await serviceNames()).toEqual(['web']);
    });
  });

  describe('keepCluster', () => {
    it('keeps the snapshot and remembers why it was not replaced', async () => {
      await storeReading(store, analysis({ services: [web] }));
      const { token } = (await claim(store, minutesLater(30)))!;

      await store.keepCluster({
        cluster: 'alpha',
        claim: token,
        gaps: ['Connection refused.'],
        now: minutesLater(30),
        traffic: { name: 'alpha', controllers: [], findings: [], sku: 'worse' },
      });

      expect(await alpha()).toMatchObject({
        failureGaps: ['Connection refused.'],
        attemptedAt: '2026-11-22T10:30:00.000Z',
        snapshot: { observedAt: '2026-11-22T10:00:00.000Z' },
      });
      expect((await store.readCluster('alpha'))?.traffic).not.toHaveProperty(
        'sku',
      );
      expect(await serviceNames()).toEqual(['web']);
    });

    it('keeps what Azure says about a cluster that was never read', async () => {
      const { token } = (await claim(store))!;
      await store.keepCluster({
        cluster: 'alpha',
        claim: token,
        gaps: ['No Kubernetes access.'],
        now: start,
        traffic: { name: 'alpha', controllers: [], findings: [], sku: 'Base' },
      });

      const { cluster, traffic } = (await store.readCluster('alpha'))!;
      expect(cluster.failureGaps).toEqual(['No Kubernetes access.']);
      expect(cluster.snapshot).toBeUndefined();
      expect(traffic?.sku).toBe('Base');
    });

    it('forgets the failure with the next good reading', async () => {
      const { token } = (await claim(store))!;
      await store.keepCluster({
        cluster: 'alpha',
        claim: token,
        gaps: ['Connection refused.'],
        now: start,
      });
      await storeReading(store, analysis(), minutesLater(30));

      expect((await alpha()).failureGaps).toEqual([]);
    });

    it('writes nothing without a valid claim', async () => {
      const result = await store.keepCluster({
        cluster: 'alpha',
        claim: 'made up',
        gaps: ['Connection refused.'],
        now: start,
      });

      expect(result).toEqual({ outcome: 'superseded' });
      expect((await alpha()).failureGaps).toEqual([]);
    });
  });
});
