import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { component } from '../__testUtils__/entity';
import { serviceTraffic } from '../__testUtils__/analysis';
import {
  AllClusters,
  RequestResult,
  ServiceQuery,
  ServiceView,
  StoredCluster,
  TrafficStore,
} from '../store/types';
import { DefaultTrafficService } from './DefaultTrafficService';

const credentials = mockCredentials.user();
const now = new Date('2026-11-22T10:00:00Z');

/** Hands everything on, and remembers what was to be handed on to whom. */
const sensitive = { forCaller: jest.fn(), shownServices: jest.fn() };

function setUp(store: Partial<TrafficStore>) {
  const hurry = jest.fn(async () => {});
  const service = new DefaultTrafficService({
    store: store as TrafficStore,
    catalog: catalogServiceMock({
      entities: [
        component('shop', {
          'label-selector': '!canary',
          namespace: 'prod',
          cluster: 'aks-1',
        }),
      ],
    }),
    retirements: [],
    sensitive,
    staleAfterMs: 900_000,
    freshForMs: 30_000,
    clock: () => now,
    hurry,
  });
  return { hurry, service };
}

const view: ServiceView = {
  services: [serviceTraffic()],
  assessments: [],
  readWhole: [true],
  claimOwners: [['group:default/team-shop']],
  waivers: [],
  truncated: false,
  clusters: [],
  traffic: new Map(),
  orphans: new Map(),
  revision: 'one',
};

function storedCluster(name: string): StoredCluster {
  return { name, source: 'config', services: 0, failureGaps: [] };
}

function allClusters(clusters: StoredCluster[]): AllClusters {
  return { clusters, overviews: new Map(), egress: new Map() };
}

const entityRef = { kind: 'component', namespace: 'default', name: 'shop' };

describe('DefaultTrafficService', () => {
  beforeEach(() => {
    sensitive.forCaller.mockImplementation(async answer => answer);
  });

  it('leaves out of every answer what the caller may not see', async () => {
    const { service } = setUp({
      readServices: async () => view,
      readObjects: async () => [],
      readClusters: async () => allClusters(view.clusters),
      readCluster: async () => ({
        cluster: storedCluster('alpha'),
        egress: [],
      }),
      readSweep: async () => undefined,
    });
    sensitive.forCaller.mockResolvedValue('discreet');

    for (const answer of [
      await service.getEntityObjects({ entityRef, credentials }),
      await service.listClusters({ credentials }),
      await service.getCluster({ cluster: 'alpha', credentials }),
    ]) {
      expect(answer).toBe('discreet');
    }
    const subject = expect.objectContaining({
      entity: expect.objectContaining({ kind: 'Component' }),
      services: view.services,
      claimOwners: view.claimOwners,
    });
    expect(
      sensitive.forCaller.mock.calls.map(([, options]) => options),
    ).toEqual([{ credentials, subject }, { credentials }, { credentials }]);
  });

  it('lists the clusters that the policy lets the caller know of, and counts no others', async () => {
    const { service } = setUp({
      readClusters: async () =>
        allClusters(['alpha', 'beta'].map(storedCluster)),
      readSweep: async () => ({
        beganAt: now.toISOString(),
        watched: 0,
        read: 2,
        failed: 0,
        left: 0,
      }),
    });
    const namesOf = async (conditions?: {
      field: 'cluster';
      values: string[];
    }) => {
      const { items, sweep } = await service.listClusters({
        credentials,
        conditions,
      });
      return [items.map(({ name }) => name), sweep?.read];
    };

    expect(await namesOf()).toEqual([['alpha', 'beta'], 2]);
    expect(await namesOf({ field: 'cluster', values: ['beta'] })).toEqual([
      ['beta'],
      undefined,
    ]);
  });

  it('searches where the annotations say and by what they say', async () => {
    const readServices = jest.fn(async (_: ServiceQuery | undefined) => view);
    const { service } = setUp({ readServices });

    const traffic = await service.getEntityTraffic({ entityRef, credentials });

    expect(traffic.services).toHaveLength(1);
    const [query] = readServices.mock.calls[0];
    expect(query).toMatchObject({ cluster: 'aks-1', namespace: 'prod' });
    expect(query?.lookup).toBeUndefined();
    expect(query?.accepts([{ canary: 'yes' }, { app: 'x' }])).toBe(true);
    expect(query?.accepts([{ canary: 'yes' }])).toBe(false);
    expect(query?.accepts([])).toBe(false);
  });

  it('refuses annotations that select nearly everything, and says how to narrow them', async () => {
    const { service } = setUp({
      readServices: async () => ({ ...view, truncated: true }),
    });

    await expect(
      service.getEntityTraffic({ entityRef, credentials }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('select more than 500 Services'),
    });
  });

  it('hurries a reading that was queued, and only that', async () => {
    const results: RequestResult[] = [
      { outcome: 'queued' },
      { outcome: 'under-way' },
    ];
    const requestReading = jest.fn(async () => results.shift()!);
    const time = new Date('2026-11-22T09:59:00.000Z');
    const { service, hurry } = setUp({
      requestReading,
      readTime: async () => time,
    });

    expect(
      await service.refreshCluster({ cluster: 'aks-1', credentials }),
    ).toEqual({ cluster: 'aks-1', started: true });
    expect(
      await service.refreshCluster({ cluster: 'aks-1', credentials }),
    ).toEqual({ cluster: 'aks-1', started: false });
    expect(hurry.mock.calls).toEqual([['aks-1']]);
    // The database's time, whatever this replica's clock says.
    expect(requestReading).toHaveBeenCalledWith({
      cluster: 'aks-1',
      now: time,
      freshAfter: new Date('2026-11-22T09:58:30.000Z'),
    });
  });

  it.each([
    ['2026-11-22T09:59:59.000Z', 29],
    ['2026-11-22T09:59:30.001Z', 1],
    ['2026-11-22T10:05:00.000Z', 30],
  ])(
    'says when a cluster read at %s may be asked for again',
    async (attemptedAt, retryAfterSeconds) => {
      const { service } = setUp({
        requestReading: async () => ({ outcome: 'too-soon', attemptedAt }),
        readTime: async () => now,
      });

      await expect(
        service.refreshCluster({ cluster: 'aks-1', credentials }),
      ).rejects.toMatchObject({ statusCode: 429, retryAfterSeconds });
    },
  );
});
