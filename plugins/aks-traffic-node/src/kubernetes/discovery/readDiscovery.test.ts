import fc from 'fast-check';
import { ApiReader, GetOptions } from '../connection/ApiReader';
import { KubernetesApiError, KubernetesFailure } from '../KubernetesApiError';
import { parseAggregatedDiscovery } from './parseAggregatedDiscovery';
import { readDiscovery } from './readDiscovery';

const gatewayApi = 'gateway.networking.k8s.io';
const wantedGroups = new Set(['', 'networking.k8s.io', gatewayApi]);

function failure(kind: KubernetesFailure, status: number) {
  return new KubernetesApiError({
    message: kind,
    cluster: 'shop',
    resource: 'the list of APIs',
    failure: kind,
    status,
  });
}

function apiOf(answer: (request: GetOptions) => Record<string, unknown>) {
  const paths: string[] = [];
  const api: ApiReader = {
    cluster: 'shop',
    get: async request => {
      paths.push(request.path);
      return answer(request);
    },
  };
  return { api, paths };
}

const aggregated = {
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  items: [
    {
      metadata: { name: gatewayApi },
      versions: [
        {
          version: 'v1',
          freshness: 'Current',
          resources: [{ resource: 'gateways' }, { resource: 'httproutes' }],
        },
        { version: 'v1beta1', resources: [{ resource: 'httproutes' }] },
      ],
    },
    {
      metadata: { name: 'metrics.k8s.io' },
      versions: [{ version: 'v1beta1', freshness: 'Stale' }],
    },
  ],
};

describe('readDiscovery', () => {
  it('learns everything in one request where discovery is aggregated', async () => {
    const { api, paths } = apiOf(({ accept }) => {
      expect(accept).toMatch(/v=v2;.*v=v2beta1;.*,application\/json$/);
      return aggregated;
    });
    const apis = await readDiscovery({ api, wantedGroups });
    expect(paths).toEqual(['/apis']);
    expect(apis.find(gatewayApi, 'httproutes')).toEqual({
      state: 'served',
      versions: ['v1', 'v1beta1'],
    });
    expect(apis.find(gatewayApi, 'listenersets')).toEqual({ state: 'absent' });
    expect(apis.find('traefik.io', 'ingressroutes')).toEqual({
      state: 'absent',
    });
    expect(apis.find('', 'services')).toEqual({
      state: 'served',
      versions: ['v1'],
    });
  });

  it('takes a group whose server is down as unknown, not as absent', async () => {
    const { api } = apiOf(() => aggregated);
    const apis = await readDiscovery({ api, wantedGroups });
    expect(apis.find('metrics.k8s.io', 'pods')).toEqual({ state: 'unknown' });
  });

  const groupList = {
    kind: 'APIGroupList',
    groups: [
      {
        name: gatewayApi,
        versions: [{ version: 'v1' }, { version: 'v1beta1' }],
      },
      { name: 'networking.k8s.io', versions: [{ version: 'v1' }] },
      { name: 'batch', versions: [{ version: 'v1' }] },
    ],
  };

  it('asks group by group, and only for wanted groups, where it is not', async () => {
    const { api, paths } = apiOf(({ path }) => {
      switch (path) {
        case '/apis':
          return groupList;
        case '/apis/gateway.networking.k8s.io/v1':
          return {
            kind: 'APIResourceList',
            resources: [{ name: 'httproutes' }, { name: 'httproutes/status' }],
          };
        case '/apis/networking.k8s.io/v1':
          throw failure('server-error', 503);
        default:
          return { kind: 'APIResourceList', resources: [] };
      }
    });
    const apis = await readDiscovery({ api, wantedGroups });
    expect(paths.sort()).toEqual([
      '/apis',
      '/apis/gateway.networking.k8s.io/v1',
      '/apis/gateway.networking.k8s.io/v1beta1',
      '/apis/networking.k8s.io/v1',
    ]);
    expect(apis.find(gatewayApi, 'httproutes')).toEqual({
      state: 'served',
      versions: ['v1'],
    });
    expect(apis.find(gatewayApi, 'gateways')).toEqual({ state: 'absent' });
    expect(apis.find('networking.k8s.io', 'ingresses')).toEqual({
      state: 'unknown',
    });
  });

  it.each([
    ['answers for a group with something else', {}],
    [
      'answers for a group with a list of another kind',
      { kind: 'APIGroupList', groups: [] },
    ],
  ])('does not take resources for absent when a server %s', async (_, body) => {
    const { api } = apiOf(({ path }) => (path === '/apis' ? groupList : body));
    const apis = await readDiscovery({ api, wantedGroups });
    expect(apis.find(gatewayApi, 'httproutes')).toEqual({ state: 'unknown' });
  });

  it('does not take a group for absent when one of the listed has no name', async () => {
    const { api } = apiOf(() => ({ kind: 'APIGroupList', groups: [{}] }));
    const apis = await readDiscovery({ api, wantedGroups });
    expect(apis.find(gatewayApi, 'httproutes')).toEqual({ state: 'unknown' });
  });

  it('asks plainly when the server does not know the formats at all', async () => {
    const { api, paths } = apiOf(({ path, accept }) => {
      if (accept) {
        throw failure('refused', 406);
      }
      return path === '/apis' ? { kind: 'APIGroupList', groups: [] } : {};
    });
    await readDiscovery({ api, wantedGroups });
    expect(paths).toEqual(['/apis', '/apis']);
  });

  it('knows nothing when discovery is forbidden, so that resources are tried', async () => {
    const { api } = apiOf(() => {
      throw failure('forbidden', 403);
    });
    const apis = await readDiscovery({ api, wantedGroups });
    expect(apis.find(gatewayApi, 'httproutes')).toEqual({ state: 'unknown' });
  });

  it.each([
    ['a server that knows no APIs', failure('not-found', 404)],
    ['a refused token', failure('unauthorized', 401)],
  ])('fails for %s', async (_, error) => {
    const { api } = apiOf(() => {
      throw error;
    });
    await expect(readDiscovery({ api, wantedGroups })).rejects.toBe(error);
  });

  it('fails for JSON of something else', async () => {
    const { api } = apiOf(() => ({ message: 'It works!' }));
    await expect(readDiscovery({ api, wantedGroups })).rejects.toMatchObject({
      failure: 'wrong-shape',
    });
  });
});

describe('parseAggregatedDiscovery', () => {
  const list = 'APIGroupDiscoveryList';
  const named = { metadata: { name: gatewayApi } };

  it.each<[string, unknown]>([
    ['a group without a name', {}],
    ['a group that is no object', null],
    ['versions that are no list', { ...named, versions: {} }],
    ['a version without a name', { ...named, versions: [{}] }],
    [
      'resources that are no list',
      { ...named, versions: [{ version: 'v1', resources: 'all' }] },
    ],
    [
      'a resource without a name',
      { ...named, versions: [{ version: 'v1', resources: [{}] }] },
    ],
  ])('takes nothing for absent because of %s', (_, item) => {
    const apis = parseAggregatedDiscovery({ kind: list, items: [item] })!;
    expect(apis.find(gatewayApi, 'gateways')).toEqual({ state: 'unknown' });
    expect(apis.find('traefik.io', 'ingressroutes')).toEqual({
      state: 'unknown',
    });
  });

  it('takes lists that Go leaves out for empty ones', () => {
    const apis = parseAggregatedDiscovery({
      kind: list,
      items: [named, { ...named, versions: [{ version: 'v1' }] }],
    })!;
    expect(apis.find(gatewayApi, 'gateways')).toEqual({ state: 'absent' });
  });

  it('never takes for absent what every cluster has', () => {
    const apis = parseAggregatedDiscovery({ kind: list, items: [] })!;
    expect(apis.find('networking.k8s.io', 'ingresses')).toEqual({
      state: 'unknown',
    });
  });

  it('survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), items => {
        expect(() =>
          parseAggregatedDiscovery({ kind: 'APIGroupDiscoveryList', items }),
        ).not.toThrow();
      }),
    );
  });

  it('is not confused by groups named like properties of every object', () => {
    const apis = parseAggregatedDiscovery({
      kind: 'APIGroupDiscoveryList',
      items: [
        {
          metadata: { name: '__proto__' },
          versions: [{ version: 'v1', resources: [{ resource: 'x' }] }],
        },
      ],
    })!;
    expect(apis.find('__proto__', 'x')).toEqual({
      state: 'served',
      versions: ['v1'],
    });
    expect(apis.find('constructor', 'x')).toEqual({ state: 'absent' });
  });
});
