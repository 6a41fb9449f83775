import { ClusterObservation, KubernetesObject } from '../model/observation';
import { ClusterIndex } from './ClusterIndex';
import { kinds } from './kinds';

function index(
  objects: unknown[],
  parts: Partial<ClusterObservation> = {},
): ClusterIndex {
  return ClusterIndex.create({
    cluster: 'aks',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: [],
    objects: objects as KubernetesObject[],
    ...parts,
  });
}

function service(
  name: string,
  namespace?: string,
  spec = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace },
    spec,
  };
}

describe('ClusterIndex', () => {
  it('finds objects by kind, namespace and name, whatever their version', () => {
    const gateway = {
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'Gateway',
      metadata: { name: 'edge', namespace: 'shop' },
    };
    const classic = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'Gateway',
      metadata: { name: 'edge', namespace: 'shop' },
    };
    const found = index([classic, gateway]);
    expect(found.get(kinds.gateway, 'edge', 'shop')).toBe(gateway);
    expect(found.get(kinds.istioGateway, 'edge', 'shop')).toBe(classic);
    expect(found.get(kinds.gateway, 'edge', 'other')).toBeUndefined();
  });

  it('gives objects without a namespace the default one', () => {
    const found = index([service('web')]);
    expect(found.get(kinds.service, 'web', 'default')).toBeDefined();
    expect(found.listIn(kinds.service, 'default')).toHaveLength(1);
  });

  it('lists in order of namespace and name', () => {
    const found = index([
      service('b', 'y'),
      service('a', 'y'),
      service('c', 'x'),
    ]);
    expect(
      found.list(kinds.service).map(({ metadata }) => metadata.name),
    ).toEqual(['c', 'a', 'b']);
  });

  it('reports objects it cannot use, and those described twice', () => {
    const { gaps } = index([
      null,
      'text',
      { kind: 'Service' },
      service('web', 'shop', { type: 'LoadBalancer' }),
      service('web', 'shop'),
      service('api', 'shop'),
      service('api', 'shop'),
    ]);
    expect(gaps).toEqual([
      'Service shop/web is described twice, differently; one was used',
      '3 objects were skipped: no apiVersion, kind or metadata.name',
    ]);
  });

  it('knows names that are properties of every object', () => {
    const found = index([service('constructor', '__proto__')]);
    expect(found.get(kinds.service, 'constructor', '__proto__')).toBeDefined();
    expect(found.get(kinds.service, 'toString', 'shop')).toBeUndefined();
  });

  it.each([
    ['complete', true],
    ['not-installed', true],
    ['partial', false],
    ['forbidden', false],
    ['failed', false],
    ['not-read', false],
    [undefined, false],
  ] as const)(
    'takes absence after a reading that was %s as proven: %s',
    (state, proven) => {
      const reads = state ? [{ group: '', resource: 'services', state }] : [];
      expect(index([], { reads }).provesAbsence(kinds.service)).toBe(proven);
      expect(
        index([], { reads, origin: 'files' }).provesAbsence(kinds.service),
      ).toBe(false);
    },
  );
});
