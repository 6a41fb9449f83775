import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import request from 'supertest';
import { component } from '../__testUtils__/entity';
import { eventually } from '../__testUtils__/eventually';
import { writeEveryApiEstate } from '../__testUtils__/everyApiEstate';
import {
  hostileObjects,
  hostileResources,
  hostileServices,
  hostileTexts,
  percent,
} from '../__testUtils__/hostileObjects';
import { createContract } from '../__testUtils__/openApi';
import { parseCsv } from '../__testUtils__/parseCsv';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { aksTrafficPlugin } from '../plugin';

jest.setTimeout(180_000);

const databases = createTestDatabases();
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const token = 'token-of-the-reader';

/** The same API server by several names, as an operator or a source may give them. */
const clusterNames = ['__proto__', "=1+1 <b>%_'; --", 'constructor'];

/** The version that the server says it serves some resources in, as it stands in JSON. */
const lie = String.raw`\u001b[31m\n2026-11-29 error: forged \u202e=1+1 <b>`;

/** All texts of a value, names of its fields included. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [String(value)];
  }
  return [
    ...Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)]),
    ...(value instanceof Error ? [value.message] : []),
  ];
}

const keyOf = (service: {
  cluster: string;
  namespace: string;
  service: string;
}) => JSON.stringify([service.cluster, service.namespace, service.service]);

const everything = clusterNames
  .flatMap(cluster =>
    [
      ...hostileServices,
      // Every API server has it.
      { namespace: 'default', service: 'kubernetes' },
    ].map(each => keyOf({ cluster, ...each })),
  )
  .sort();

describe.each(databases.eachSupportedId())(
  'with %s, a cluster in which everything is hostile that can be',
  id => {
    const contract = createContract();
    const said: string[] = [];
    let simulator: RunningSimulator;
    let client: Knex;
    let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

    function logger(labels: object): RootLoggerService {
      const write = (message: unknown, meta?: unknown) =>
        said.push(...textsOf([labels, message, meta]));
      return {
        error: write,
        warn: write,
        info: write,
        debug: write,
        child: more => logger({ ...labels, ...more }),
      };
    }

    async function trigger(task: string): Promise<void> {
      await eventually(() =>
        request(server)
          .post(
            `/api/aks-traffic/.backstage/scheduler/v1/tasks/${task}/trigger`,
          )
          .set({ authorization: mockCredentials.service.header() })
          .expect(200),
      );
    }

    /** Reads every cluster and ties its Services to the entities. */
    async function readAndLink(): Promise<void> {
      await trigger('aks-traffic-discover');
      await eventually(async () =>
        expect(
          await client('clusters').whereNotNull('observed_at'),
        ).toHaveLength(clusterNames.length),
      );
      await trigger('aks-traffic-link');
      await eventually(async () =>
        expect(await client('clusters').whereNull('linked_revision')).toEqual(
          [],
        ),
      );
    }

    async function read(operation: string, path: string) {
      const response = await request(server)
        .get(`/api/aks-traffic/v1${path}`)
        .set({ authorization: mockCredentials.user.header() });
      contract.check(`get /v1${operation}`, response);
      expect([response.status, response.text]).toEqual([200, response.text]);
      return response;
    }

    /** The Services of a list, all pages of it. */
    async function listed(filter: Record<string, string>): Promise<string[]> {
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({
          limit: '20',
          ...filter,
          ...(cursor && { cursor }),
        });
        const { body } = await read('/services', `/services?${query}`);
        keys.push(...body.items.map(keyOf));
        cursor = body.pageInfo.nextCursor;
      } while (cursor);
      return keys.sort();
    }

    beforeAll(async () => {
      const estate = writeEveryApiEstate({ cluster: 'liar', token });
      try {
        simulator = await startSimulator(['--estate', estate.folder]);
      } finally {
        estate.remove();
      }
      await simulator.request('PUT', '/clusters/liar/roles/traffic-reader', [
        { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      ]);
      for (const object of hostileObjects()) {
        await simulator.request('PUT', '/clusters/liar/objects', object);
      }
      for (const resource of hostileResources) {
        await simulator.request('PUT', `/faults/${resource}`, {
          target: 'liar',
          resource,
          effect: { kind: 'rewrite', text: percent, by: '%' },
        });
      }
      // Of discovery, since it is the first that matches.
      await simulator.request('PUT', '/faults/lie', {
        target: 'liar',
        effect: { kind: 'rewrite', text: 'v1alpha1', by: lie },
      });
      const [{ server: url, caFile }] = simulator.clusters;
      client = await databases.init(id);
      ({ server } = await startTestBackend({
        features: [
          aksTrafficPlugin,
          schedulerServiceFactory,
          createServiceFactory({
            service: coreServices.rootLogger,
            deps: {},
            factory: () => logger({}),
          }),
          mockServices.rootConfig.factory({
            data: {
              aksTraffic: {
                clusters: clusterNames.map(name => ({
                  name,
                  url,
                  caFile,
                  serviceAccountToken: token,
                })),
                schedule: {
                  frequency: { trigger: 'manual' },
                  timeout: { minutes: 2 },
                  initialDelay: { seconds: 0 },
                },
                staleAfter: { hours: 1 },
              },
            },
          }),
          mockServices.database.factory({ knex: client }),
          catalogServiceMock.factory({
            entities: [
              component('storefront', {
                id: 'toString',
                namespace: 'shop',
              }),
              component('constructor', { id: 'constructor' }),
            ],
          }),
        ],
      }));
      await readAndLink();
    });

    afterAll(() => simulator?.stop());

    it('is listed whole, and each of it is found by its own names alone', async () => {
      expect(await listed({})).toEqual(everything);
      for (const cluster of clusterNames) {
        expect(await listed({ cluster })).toEqual(
          everything.filter(key => JSON.parse(key)[0] === cluster),
        );
      }
      for (const namespace of ['__proto__', 'constructor', 'toString']) {
        expect(await listed({ namespace })).toEqual(
          everything.filter(key => JSON.parse(key)[1] === namespace),
        );
      }
    });

    it('is searched for as it is written', async () => {
      const [cluster] = clusterNames;
      for (const text of hostileTexts.filter(each => each.trim() === each)) {
        const found = await listed({ cluster, search: text });

        expect(found).toEqual(
          everything.filter(key => {
            const [of, ...names] = JSON.parse(key) as string[];
            return (
              of === cluster &&
              [of, ...names].some(name =>
                name.toLowerCase().includes(text.toLowerCase()),
              )
            );
          }),
        );
      }
    });

    it('is counted, exported and drawn over time by its names', async () => {
      const { body: summary } = await read(
        '/summary',
        '/summary?groupBy=cluster',
      );
      const { text: csv } = await read('/export.csv', '/export.csv');
      const { body: exported } = await read('/export.json', '/export.json');
      await read('/history', '/history?days=30');
      const [, ...lines] = parseCsv(csv);

      expect(
        summary.items.map(({ key }: { key: string }) => key).sort(),
      ).toEqual([...clusterNames].sort());
      expect(exported.items.map(keyOf).sort()).toEqual(everything);
      expect(
        lines
          .filter(([service]) => service)
          .map(cells =>
            cells.map(cell => cell.replace(/^'(?=[\s"']*[=+\-@])/, '')),
          )
          .map(([service, namespace, cluster]) =>
            keyOf({ service, namespace, cluster }),
          )
          .sort(),
      ).toEqual(everything);
      expect(lines.flat().filter(cell => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    });

    it('is shown to the entities that claim it, and to no others', async () => {
      const entity = '/entities/{kind}/{namespace}/{name}';
      const path = '/entities/component/default';
      const { body: storefront } = await read(
        `${entity}/traffic`,
        `${path}/storefront/traffic`,
      );
      const { body: other } = await read(
        `${entity}/traffic`,
        `${path}/constructor/traffic`,
      );
      const { body: objects } = await read(
        `${entity}/objects`,
        `${path}/constructor/objects`,
      );

      expect(storefront.services.map(keyOf).sort()).toEqual(
        clusterNames
          .map(cluster =>
            keyOf({ cluster, namespace: 'shop', service: 'toString' }),
          )
          .sort(),
      );
      expect(other.services.map(keyOf).sort()).toEqual(
        clusterNames
          .map(cluster =>
            keyOf({
              cluster,
              namespace: 'constructor',
              service: 'constructor',
            }),
          )
          .sort(),
      );
      const ingress = objects.items
        .map(({ object }: { object: any }) => object)
        .find(({ kind }: { kind: string }) => kind === 'Ingress');
      expect(Object.keys(ingress.metadata.annotations)).toContain(
        'nginx.ingress.kubernetes.io/constructor',
      );
    });

    it('is waived and chosen by its names', async () => {
      const { body } = await read(
        '/entities/{kind}/{namespace}/{name}/traffic',
        '/entities/component/default/storefront/traffic',
      );
      const [{ cluster, namespace, service, findings }] = body.services;
      const [{ ruleId }] = findings;
      const waiver = {
        ...{ cluster, namespace, service, ruleId },
        reason: `Known <b>; =1+1 ${hostileTexts.join(' ')}`,
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      };
      const created = await request(server)
        .post('/api/aks-traffic/v1/waivers')
        .set({ authorization: mockCredentials.user.header() })
        .send(waiver);
      contract.check('post /v1/waivers', created);
      const { body: waivers } = await read(
        '/waivers',
        `/waivers?${new URLSearchParams({ cluster, namespace, service })}`,
      );

      expect(created.body).toMatchObject(waiver);
      expect(waivers.items).toEqual([created.body]);
      for (const name of clusterNames) {
        await read(
          '/patterns',
          `/patterns?${new URLSearchParams({ cluster: name })}`,
        );
      }
    });

    it('says what could not be read, in words of the server', async () => {
      const { body } = await read('/clusters', '/clusters');

      expect(
        body.items.map(({ name }: { name: string }) => name).sort(),
      ).toEqual([...clusterNames].sort());
      for (const { coverage } of body.items) {
        expect(coverage.gaps.join('\n')).toContain(JSON.parse(`"${lie}"`));
      }
    });

    it('forges no line of the log and steers no terminal', async () => {
      for (const name of [...clusterNames, 'no\u202e', 'a\nb']) {
        await request(server)
          .post(
            `/api/aks-traffic/v1/clusters/${encodeURIComponent(name)}/refresh`,
          )
          .set({ authorization: mockCredentials.user.header() });
      }

      expect(said.filter(text => text.includes('forged'))).not.toEqual([]);
      expect(said.filter(text => steering.test(text))).toEqual([]);
    });

    it('leaves the objects of JavaScript as they are', () => {
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect({}.constructor).toBe(Object);
    });
  },
);
