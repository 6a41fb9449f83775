import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';
import { AzureReader } from '../azure/AzureReader';
import { readConfig } from '../config/readConfig';
import { DefaultCollector } from './DefaultCollector';

const never = new AbortController().signal;

function armId(name: string, group = 'g') {
  return `/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`;
}

function clusterRow(name: string, group?: string): ResourceRow {
  return {
    id: armId(name, group),
    name,
    type: 'microsoft.containerservice/managedclusters',
    location: 'westeurope',
    sku: { name: 'Automatic' },
    properties: { currentKubernetesVersion: '1.35.4' },
  };
}

function azureOf(
  rows: ResourceRow[],
  overrides: Partial<AzureReader> = {},
): AzureReader & { forgotten: string[] } {
  const forgotten: string[] = [];
  return {
    forgotten,
    readEstate: async () => ({
      estate: { rows, gaps: [], readTypes: [] },
      clusterGaps: [],
      outdated: [],
    }),
    list: clusters =>
      clusters.map(({ name, armId: id }) => ({
        name,
        armId: id,
        source: 'azure',
        access: { kind: 'none', gap: 'not in this test' },
      })),
    locate: async each => each,
    forget: id => forgotten.push(id),
    ...overrides,
  };
}

function sourceOf(id: string, ...clusters: ClusterLocation[]): ClusterSource {
  return { id, list: async () => ({ clusters, gaps: [] }) };
}

function location(overrides: Partial<ClusterLocation>): ClusterLocation {
  return {
    name: 'shop',
    source: 'inventory',
    access: { kind: 'none', gap: 'not in this test' },
    ...overrides,
  };
}

function createCollector(
  options: {
    config?: JsonObject;
    sources?: ClusterSource[];
    azure?: AzureReader;
    logger?: LoggerService;
    known?: { name: string; armId?: string }[];
  } = {},
) {
  return DefaultCollector.create({
    config: readConfig(new ConfigReader({ aksTraffic: options.config ?? {} })),
    logger: options.logger ?? mockServices.logger.mock(),
    sources: options.sources,
    azure: options.azure,
    listKnown: async () => options.known ?? [],
  });
}

describe('DefaultCollector', () => {
  describe('discover', () => {
    it('merges all sources', async () => {
      const collector = createCollector({
        config: {
          azure: {},
          clusters: [
            { name: 'edge', url: 'https://edge', serviceAccountToken: 'x' },
          ],
          inCluster: { name: 'own' },
        },
        sources: [sourceOf('inventory', location({ name: 'lab' }))],
        azure: azureOf([clusterRow('shop')]),
      });
      const discovery = await collector.discover(never);
      expect(
        discovery.clusters.map(({ name, source }) => [name, source]),
      ).toEqual([
        ['edge', 'config'],
        ['own', 'in-cluster'],
        ['lab', 'inventory'],
        ['shop', 'azure'],
      ]);
      expect(discovery).toMatchObject({ gaps: [], complete: true });
      expect(discovery.clusters[1].access).toEqual({
        kind: 'none',
        gap: 'The backend does not run in a Kubernetes pod.',
      });
    });

    it('says what is not known without Azure', async () => {
      const discovery = await createCollector().discover(never);
      expect(discovery).toMatchObject({
        estate: {
          rows: [],
          gaps: [expect.stringContaining('Azure is not configured')],
          readTypes: [],
        },
        clusters: [],
        complete: true,
      });
    });

    it('reads a cluster of app-config as configured, with what Azure knows of it', async () => {
      const collector = createCollector({
        config: {
          azure: {},
          clusters: [
            {
              name: 'my-shop',
              url: 'https://shop',
              serviceAccountToken: 'x',
              armId: armId('shop').toLowerCase(),
            },
          ],
        },
        azure: azureOf([clusterRow('shop')]),
      });
      const { clusters, gaps } = await collector.discover(never);
      expect(gaps).toEqual([]);
      expect(clusters).toEqual([
        expect.objectContaining({
          name: 'my-shop',
          source: 'config',
          armId: armId('shop'),
          server: 'https://shop',
          sku: 'Automatic',
          kubernetesVersion: '1.35.4',
          location: 'westeurope',
        }),
      ]);
    });

    it('keeps clusters of one name apart by their resource groups, and says so', async () => {
      const collector = createCollector({
        config: { azure: {} },
        azure: azureOf([
          clusterRow('aks', 'blue'),
          clusterRow('aks', 'green'),
          clusterRow('other'),
        ]),
      });
      const { clusters, gaps } = await collector.discover(never);
      expect(clusters.map(({ name }) => name)).toEqual([
        'aks.blue.11111111',
        'aks.green.11111111',
        'other',
      ]);
      expect(gaps).toEqual([
        'More than one cluster is named aks: those of Azure are shown as aks.blue.11111111, aks.green.11111111.',
      ]);
    });

    it('lets each resource keep its name, and no other take it while it cannot be seen', async () => {
      const known = [
        { name: 'aks', armId: armId('aks', 'blue').toUpperCase() },
        { name: 'edge' },
      ];
      const named = async (...rows: ResourceRow[]) => {
        const { clusters } = await createCollector({
          config: { azure: {} },
          azure: azureOf(rows),
          known,
        }).discover(never);
        return clusters.map(({ name }) => name);
      };
      const [blue, green] = ['blue', 'green'].map(group =>
        clusterRow('aks', group),
      );

      expect(await named(blue)).toEqual(['aks']);
      expect(await named(blue, green)).toEqual(['aks', 'aks.green.11111111']);
      expect(await named(green)).toEqual(['aks.green.11111111']);
      expect(await named(clusterRow('edge'))).toEqual(['edge.g.11111111']);
    });

    it('takes a known name from a resource when people give it to another cluster', async () => {
      const { clusters } = await createCollector({
        config: { azure: {} },
        sources: [sourceOf('first', location({ source: 'first' }))],
        azure: azureOf([clusterRow('shop')]),
        known: [{ name: 'shop', armId: armId('shop') }],
      }).discover(never);
      expect(clusters.map(({ name, source }) => [name, source])).toEqual([
        ['shop', 'first'],
        ['shop.g.11111111', 'azure'],
      ]);
    });

    it('leaves a name that was given by people to them', async () => {
      const collector = createCollector({
        config: { azure: {} },
        sources: [
          sourceOf('first', location({ source: 'first' })),
          sourceOf('second', location({ source: 'second' })),
        ],
        azure: azureOf([clusterRow('shop')]),
      });
      const { clusters, gaps } = await collector.discover(never);
      expect(clusters.map(({ name, source }) => [name, source])).toEqual([
        ['shop', 'first'],
        ['shop.g.11111111', 'azure'],
      ]);
      expect(gaps).toEqual([
        'The sources first and second both have a cluster named shop: the one of second is not read. Give it another name.',
        'More than one cluster is named shop: those of Azure are shown as shop.g.11111111.',
      ]);
    });

    it('reads a cluster once that two sources bring', async () => {
      const id = armId('shop');
      const collector = createCollector({
        sources: [
          sourceOf('a', location({ source: 'a', name: 'one', armId: id })),
          sourceOf(
            'b',
            location({ source: 'b', name: 'two', armId: id.toUpperCase() }),
          ),
        ],
      });
      const { clusters, gaps } = await collector.discover(never);
      expect(clusters.map(({ name }) => name)).toEqual(['one']);
      expect(gaps).toEqual([
        'one (a) and two (b) have the same resource id: two is not read. Remove one of them.',
      ]);
    });

    it('does without a source that fails, and does not call its clusters gone', async () => {
      const collector = createCollector({
        sources: [
          {
            id: 'inventory',
            list: async () => {
              throw new Error('the database is locked');
            },
          },
          sourceOf('other', location({})),
        ],
      });
      await expect(collector.discover(never)).resolves.toMatchObject({
        clusters: [{ name: 'shop' }],
        gaps: [
          'The clusters of the source inventory could not be listed: the database is locked',
        ],
        complete: false,
      });
    });

    it('does not call clusters gone when Azure was not read whole', async () => {
      const collector = createCollector({
        config: { azure: {} },
        azure: azureOf([], {
          readEstate: async () => ({
            estate: { rows: [], gaps: ['away'], readTypes: [] },
            clusterGaps: ['away'],
            outdated: [],
          }),
        }),
      });
      await expect(collector.discover(never)).resolves.toMatchObject({
        gaps: ['away'],
        complete: false,
      });
    });

    it('rejects when it is stopped, even while a source hangs', async () => {
      const controller = new AbortController();
      const collector = createCollector({
        sources: [
          {
            id: 'slow',
            list: () => {
              controller.abort();
              return new Promise(() => {});
            },
          },
        ],
      });
      await expect(collector.discover(controller.signal)).rejects.toMatchObject(
        { name: 'AbortError' },
      );
    });
  });

  describe('observe', () => {
    it('turns a cluster without access into a gap', async () => {
      await expect(
        createCollector().observe(
          location({ access: { kind: 'none', gap: 'no role' } }),
          never,
        ),
      ).resolves.toMatchObject({
        cluster: 'shop',
        coverage: 'unreachable',
        gaps: ['no role'],
      });
    });

    it('asks Azure again for the address of a cluster that could not be reached', async () => {
      const azure = azureOf([]);
      const collector = createCollector({ config: { azure: {} }, azure });
      const shop = location({
        armId: armId('shop'),
        server: 'https://127.0.0.1:1',
        access: { kind: 'token', getToken: async () => ({ token: 'x' }) },
      });
      await expect(collector.observe(shop, never)).resolves.toMatchObject({
        coverage: 'unreachable',
        gaps: [expect.stringContaining('refused the connection')],
      });
      expect(azure.forgotten).toEqual([armId('shop')]);
    });

    it('reads the others while clusters hang that could not be read before', async () => {
      const collector = createCollector({
        config: { kubernetes: { concurrency: 2 } },
      });
      const access = (hang: boolean): ClusterLocation['access'] => ({
        kind: 'token',
        getToken: async ({ signal }) =>
          hang
            ? new Promise((_, reject) => {
                signal.addEventListener('abort', () => reject(signal.reason));
              })
            : Promise.reject(new Error('no token')),
      });
      const server = 'https://127.0.0.1:1';
      const controller = new AbortController();
      const hanging = ['a', 'b', 'c'].map(name =>
        collector.observe(
          location({ name, server, access: access(true) }),
          controller.signal,
          { failedBefore: true },
        ),
      );
      await expect(
        collector.observe(
          location({ name: 'live', server, access: access(false) }),
          never,
        ),
      ).resolves.toMatchObject({ cluster: 'live' });
      controller.abort();
      for (const reading of hanging) {
        await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
      }
    });

    it('logs what it saw with what the other lines of the reading have', async () => {
      const logger = mockServices.logger.mock();
      const collector = createCollector({ logger });
      await collector.observe(
        location({
          name: 'shop',
          access: { kind: 'none', gap: 'The cluster is stopped.' },
        }),
        never,
        { failedBefore: false, reading: 'token of the claim' },
      );

      expect(logger.debug.mock.calls).toEqual([
        [
          'Read cluster shop: unreachable, 0 objects',
          {
            cluster: 'shop',
            reading: 'token of the claim',
            gaps: 'The cluster is stopped.',
          },
        ],
      ]);
    });
  });
});
