import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterObservation } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';
import { azureConfiguration } from '../__testUtils__/azureConfiguration';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { readConfig } from '../config/readConfig';
import { DefaultCollector } from './DefaultCollector';

jest.setTimeout(60_000);

const never = new AbortController().signal;
const shop = 'aks-shop-prod-weu';
const subscriptions = [1, 2, 3, 4].map(
  number => `6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d0${number}`,
);

/** Objects in an order that does not depend on how they were paged or which list came first. */
function namesOf({ objects }: ClusterObservation): string[] {
  return objects
    .map(
      ({ kind, metadata }) =>
        `${kind} ${metadata.namespace ?? ''}/${metadata.name}`,
    )
    .sort();
}

describe('collecting from the simulator', () => {
  let simulator: RunningSimulator;
  let locations: ClusterLocation[];

  beforeAll(async () => {
    // Without a quota, so that the tests need not wait for each other.
    simulator = await startSimulator([
      '--estate',
      'contoso',
      '--query-quota',
      '0',
    ]);
    const collector = createCollector();
    const { clusters } = await collector.discover(never);
    locations = await Promise.all(
      clusters.map(cluster => collector.locate(cluster, never)),
    );
  });

  afterEach(() => simulator.request('DELETE', '/faults'));

  afterAll(() => simulator?.stop());

  function createCollector(
    options: { azure?: JsonObject; kubernetes?: JsonObject } = {},
  ) {
    const { clusters } = simulator;
    const edge = clusters.find(({ name }) => name === 'factory-edge-01')!;
    return DefaultCollector.create({
      config: readConfig(
        new ConfigReader({
          aksTraffic: {
            azure: {
              ...azureConfiguration(simulator),
              ...options.azure,
            },
            clusters: [
              {
                name: edge.name,
                url: edge.server,
                caFile: edge.caFile,
                serviceAccountToken: edge.serviceAccountToken!,
              },
            ],
            kubernetes: { requestTimeout: '8s', ...options.kubernetes },
          },
        }),
      ),
      logger: mockServices.logger.mock(),
    });
  }

  /** Does not wait for a hanging server as long as a busy machine may need for an answer. */
  const impatient = () =>
    createCollector({ kubernetes: { requestTimeout: '3s' } });

  function locationOf(name: string): ClusterLocation {
    return locations.find(location => location.name === name)!;
  }

  async function observe(
    name: string,
    collector = createCollector(),
  ): Promise<ClusterObservation> {
    return collector.observe(locationOf(name), never);
  }

  async function fault(
    target: string,
    effect: JsonObject,
    more: JsonObject = {},
  ): Promise<void> {
    await simulator.request('PUT', '/faults/test', {
      target,
      effect,
      ...more,
    });
  }

  /** How often Azure was asked where a cluster is. */
  async function addressesAsked(): Promise<number> {
    const { requests } = (await simulator.request('GET', '/requests')) as {
      requests: { target: string; count?: number }[];
    };
    return requests
      .filter(({ target }) => target === 'arm')
      .reduce((sum, { count = 1 }) => sum + count, 0);
  }

  it('discovers the whole estate that can be seen, and says what cannot', async () => {
    const { estate, clusters, gaps, complete } = await createCollector({
      azure: { scope: { subscriptions } },
    }).discover(never);
    expect(estate.gaps).toEqual([
      `Subscription ${subscriptions[3]} is configured and cannot be seen: give the identity the role Reader there, or remove it from aksTraffic.azure.scope`,
    ]);
    expect(gaps).toEqual(estate.gaps);
    expect(complete).toBe(false);
    expect(estate.rows.length).toBeGreaterThan(100);
    expect(estate.readTypes).toEqual(
      expect.arrayContaining([
        'microsoft.containerservice/managedclusters',
        'microsoft.network/virtualnetworks/subnets',
        'microsoft.servicenetworking/trafficcontrollers/frontends',
      ]),
    );
    const hidden = ['aks-treasury-prod-weu'];
    expect(clusters.map(({ name }) => name).sort()).toEqual(
      simulator.clusters
        .map(({ name }) => name)
        .filter(name => !hidden.includes(name))
        .sort(),
    );
  });

  it('reads every cluster it can, and says of the others why not', async () => {
    const collector = createCollector();
    const observations = await Promise.all(
      locations.map(cluster => collector.observe(cluster, never)),
    );
    const unreachable = observations.filter(
      ({ coverage }) => coverage === 'unreachable',
    );
    expect(
      Object.fromEntries(
        unreachable.map(({ cluster, gaps }) => [cluster, gaps]),
      ),
    ).toEqual({
      'aks-oldlab-dev-weu': [expect.stringContaining('--enable-aad')],
      'aks-finance-prod-weu': [
        expect.stringContaining('ClusterRole aks-traffic-reader'),
      ],
      'aks-factory-prod-gwc': [
        expect.stringContaining('did not answer within 8 s'),
      ],
    });
    const readable = observations.filter(
      observation => !unreachable.includes(observation),
    );
    expect(readable.length).toBeGreaterThan(10);
    expect(
      readable.flatMap(({ cluster, reads }) =>
        reads.flatMap(({ gap }) => (gap ? `${cluster}: ${gap}` : [])),
      ),
    ).toEqual([]);
    for (const observation of readable) {
      expect(observation).toMatchObject({ coverage: 'complete', gaps: [] });
      expect(observation.objects.length).toBeGreaterThan(0);
    }
  });

  it('only ever reads, and never a Secret', async () => {
    await observe(shop);
    const { requests } = (await simulator.request('GET', '/requests')) as {
      requests: { target: string; resource: string; verb: string }[];
    };
    const toClusters = requests.filter(({ target }) =>
      simulator.clusters.some(({ name }) => name === target),
    );
    expect(toClusters.length).toBeGreaterThan(10);
    expect(new Set(toClusters.map(({ verb }) => verb))).toEqual(
      new Set(['get', 'list']),
    );
    expect(toClusters.map(({ resource }) => resource)).not.toContain('secrets');
  });

  it('sees the same through small pages, expired lists included', async () => {
    const whole = await observe(shop);
    const inPages = createCollector({ kubernetes: { pageSize: 10 } });
    const paged = await observe(shop, inPages);
    expect(namesOf(paged)).toEqual(namesOf(whole));
    await fault(shop, { kind: 'expired-continue' }, { times: 1 });
    const expired = await observe(shop, inPages);
    expect(expired.coverage).toBe('complete');
    expect(namesOf(expired)).toEqual(namesOf(whole));
  });

  it.each<[string, JsonObject, number]>([
    ['a server error', { kind: 'server-error', status: 503 }, 2],
    ['throttling', { kind: 'throttled', retryAfterSeconds: 1 }, 2],
    ['throttling without Retry-After', { kind: 'throttled' }, 2],
    ['a refused token', { kind: 'unauthorized' }, 1],
    ['an answer that breaks off', { kind: 'cut', fraction: 0.5 }, 2],
  ])('gets over %s', async (_, effect, times) => {
    await fault(shop, effect, { times });
    await expect(observe(shop)).resolves.toMatchObject({
      coverage: 'complete',
    });
  });

  it.each<[JsonObject, string, RegExp]>([
    [{ kind: 'forbidden' }, 'forbidden', /resources: \["ingresses"\]/],
    [{ kind: 'html' }, 'failed', /web page instead of JSON/],
    [
      { kind: 'cut', fraction: 0.5 },
      'failed',
      /broke the connection off|breaks off/,
    ],
    [{ kind: 'hang' }, 'failed', /did not answer within 3 s/],
    [{ kind: 'unauthorized' }, 'failed', /does not accept the token/],
    [{ kind: 'server-error', status: 500 }, 'failed', /\(500\)/],
  ])(
    'keeps %j of one resource apart from everything else',
    async (effect, state, gap) => {
      await fault(shop, effect, { resource: 'ingresses' });
      const { coverage, reads, objects } = await observe(shop, impatient());
      expect(coverage).toBe('partial');
      expect(objects.length).toBeGreaterThan(50);
      expect(
        reads.filter(
          read => read.state !== 'complete' && read.state !== 'not-installed',
        ),
      ).toEqual([
        {
          group: 'networking.k8s.io',
          resource: 'ingresses',
          state,
          gap: expect.stringMatching(gap),
        },
      ]);
    },
  );

  it.each<[JsonObject, RegExp]>([
    [{ kind: 'refuse' }, /broke the connection off/],
    [{ kind: 'hang' }, /did not answer within 3 s.*authorised IP ranges/],
    [{ kind: 'html' }, /web page instead of JSON/],
    [{ kind: 'unauthorized' }, /does not accept the token \(401\)/],
    [{ kind: 'forbidden' }, /ClusterRole aks-traffic-reader/],
    [{ kind: 'throttled' }, /too many \(429\)/],
  ])('says that a cluster is unreachable under %j', async (effect, gap) => {
    await fault(shop, effect);
    await expect(observe(shop, impatient())).resolves.toMatchObject({
      coverage: 'unreachable',
      gaps: [expect.stringMatching(gap)],
      objects: [],
    });
  });

  it('does not talk to an API server whose authority is another', async () => {
    const { caData, ...withoutAuthority } = locationOf(shop);
    expect(caData).toContain('BEGIN CERTIFICATE');
    await expect(
      createCollector().observe(withoutAuthority, never),
    ).resolves.toMatchObject({
      coverage: 'unreachable',
      gaps: [expect.stringMatching(/certificate that is not trusted/)],
    });
  });

  it('works with tokens that expire at once', async () => {
    await fault('entra', { kind: 'short-tokens', lifetimeSeconds: 20 });
    const collector = createCollector();
    const { clusters } = await collector.discover(never);
    const cluster = clusters.find(({ name }) => name === shop)!;
    await expect(collector.observe(cluster, never)).resolves.toMatchObject({
      coverage: 'complete',
    });
  });

  it.each<[string, string, JsonObject, RegExp]>([
    [
      'Entra ID',
      'entra',
      { kind: 'unauthorized' },
      /Microsoft Entra ID cannot be reached/,
    ],
    ['Resource Graph', 'resource-graph', { kind: 'forbidden' }, /denies.*403/],
    [
      'Resource Graph',
      'resource-graph',
      { kind: 'html' },
      /not a Resource Graph result/,
    ],
    [
      'Resource Graph',
      'resource-graph',
      { kind: 'hang' },
      /did not answer in time/,
    ],
  ])(
    'says why %s (%s) gives nothing under %j',
    async (_, target, effect, gap) => {
      await fault(target, effect);
      const discovery = await createCollector({
        azure: { timeout: '3s' },
      }).discover(never);
      expect(discovery).toMatchObject({
        estate: {
          rows: [],
          gaps: [expect.stringMatching(gap)],
          readTypes: [],
        },
        clusters: [{ name: 'factory-edge-01' }],
        complete: false,
      });
    },
  );

  it('says that the client secret is wrong', async () => {
    const { azure, identities } = simulator;
    const { estate } = await createCollector({
      azure: {
        credential: {
          kind: 'client-secret',
          tenantId: azure.tenantId,
          clientId: identities[0].clientId,
          clientSecret: 'wrong',
        },
      },
    }).discover(never);
    expect(estate.gaps).toEqual([
      expect.stringMatching(
        /^Azure could not be read: Microsoft Entra ID gave no token: .*AADSTS7000215/,
      ),
    ]);
    expect(estate.gaps[0]).not.toContain('wrong');
  });

  it('gets over a throttled Resource Graph that only has quota headers', async () => {
    await fault('resource-graph', { kind: 'throttled' }, { times: 2 });
    const { estate, complete } = await createCollector().discover(never);
    expect(estate.gaps).toEqual([]);
    expect(complete).toBe(true);
  });

  it('asks for no address before it reads, and for each once', async () => {
    const collector = createCollector();
    await simulator.request('DELETE', '/requests');
    const { clusters, complete } = await collector.discover(never);
    const cluster = clusters.find(({ name }) => name === shop)!;
    expect(complete).toBe(true);
    expect(cluster).not.toHaveProperty('server');
    expect(cluster.access).toEqual({
      kind: 'none',
      gap: expect.stringContaining('is not known yet'),
    });
    expect(await addressesAsked()).toBe(0);

    for (let time = 0; time < 2; time += 1) {
      await expect(collector.observe(cluster, never)).resolves.toMatchObject({
        coverage: 'complete',
      });
    }
    expect(await addressesAsked()).toBe(1);
    const again = await collector.discover(never);
    expect(again.clusters.find(({ name }) => name === shop)).toMatchObject({
      server: locationOf(shop).server,
    });
  });

  it('ends a look while Azure does not tell addresses, and says so of the clusters', async () => {
    await fault('arm', { kind: 'hang' });
    const collector = createCollector({ azure: { timeout: '3s' } });
    const { clusters, complete } = await collector.discover(never);
    expect(complete).toBe(true);
    const cluster = clusters.find(({ name }) => name === shop)!;
    await expect(collector.observe(cluster, never)).resolves.toMatchObject({
      coverage: 'unreachable',
      gaps: [
        'The address of the cluster could not be read: Azure did not answer in time',
      ],
    });

    await simulator.request('DELETE', '/faults');
    await expect(collector.observe(cluster, never)).resolves.toMatchObject({
      coverage: 'complete',
    });
  });

  it('names the role that is missing to find a cluster', async () => {
    await fault('arm', { kind: 'forbidden' });
    const collector = createCollector();
    const { clusters } = await collector.discover(never);
    const cluster = clusters.find(({ name }) => name === shop)!;
    await expect(collector.observe(cluster, never)).resolves.toMatchObject({
      coverage: 'unreachable',
      gaps: [
        expect.stringContaining('Azure Kubernetes Service Cluster User Role'),
      ],
    });
  });

  it('reads no cluster of Azure at an address of a private network unless configuration says so', async () => {
    const collector = createCollector({
      azure: { allowPrivateApiServers: false },
    });
    const { clusters } = await collector.discover(never);
    const cluster = clusters.find(({ name }) => name === shop)!;
    await simulator.request('DELETE', '/requests');

    await expect(collector.observe(cluster, never)).resolves.toMatchObject({
      coverage: 'unreachable',
      gaps: [
        expect.stringMatching(
          /an address of a private network \((127\.0\.0\.1|::1)\).*allowPrivateApiServers/,
        ),
      ],
    });
    const { requests } = (await simulator.request('GET', '/requests')) as {
      requests: { target: string }[];
    };
    expect(requests.filter(({ target }) => target === shop)).toEqual([]);
  });
});
