import { systemClock } from '../../http';
import type { StoredObject } from '../../estate/types';
import { apisOf } from '../apis';
import { ApiCatalog } from '../discovery/ApiCatalog';
import { ClusterObjects } from './ClusterObjects';
import { ObjectStore } from './ObjectStore';

const table = '/services';

function service(name: string, spec: object, namespace?: string): StoredObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...(namespace && { namespace }) },
    spec,
  };
}

function createObjects() {
  const store = new ObjectStore();
  const objects = new ClusterObjects({
    clusterName: 'test',
    catalog: new ApiCatalog(apisOf(['core'])),
    store,
    clock: systemClock,
  });
  return { store, objects };
}

describe('ClusterObjects', () => {
  it('adds what a server adds, and counts the changes of the spec', () => {
    const { store, objects } = createObjects();
    objects.apply(service('cart', { type: 'ClusterIP' }));
    const first = store.get(table, 'default/cart')!.object.metadata;
    expect(first).toMatchObject({
      namespace: 'default',
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      generation: 1,
      resourceVersion: String(store.revision),
      creationTimestamp: expect.stringMatching(/^\d{4}-.*T\d\d:\d\d:\d\dZ$/),
    });

    objects.apply(service('cart', { type: 'LoadBalancer' }));
    const second = store.get(table, 'default/cart')!.object.metadata;
    expect(second).toMatchObject({
      uid: first.uid,
      creationTimestamp: first.creationTimestamp,
      generation: 2,
    });
    expect(second.resourceVersion).not.toBe(first.resourceVersion);
  });

  it('leaves an object alone that is the same already', () => {
    const { store, objects } = createObjects();
    objects.apply(service('cart', { type: 'ClusterIP' }));
    const { revision } = store;
    objects.apply(service('cart', { type: 'ClusterIP' }));
    expect(store.revision).toBe(revision);
  });

  it('gives an object that was deleted and made again another uid', () => {
    const { store, objects } = createObjects();
    objects.apply(service('cart', {}));
    const before = store.get(table, 'default/cart')!.object.metadata.uid;
    expect(
      objects.remove({ apiVersion: 'v1', kind: 'Service', name: 'cart' }),
    ).toBe(true);
    expect(
      objects.remove({ apiVersion: 'v1', kind: 'Service', name: 'cart' }),
    ).toBe(false);
    objects.apply(service('cart', {}));
    expect(store.get(table, 'default/cart')!.object.metadata.uid).not.toBe(
      before,
    );
  });

  it('ignores the namespace of kinds that have none', () => {
    const { store, objects } = createObjects();
    objects.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'node-1', namespace: 'default' },
    });
    const { metadata } = store.get('/nodes', 'node-1')!.object;
    expect(metadata.namespace).toBeUndefined();
  });

  it('says which kind is missing from which cluster', () => {
    const { objects } = createObjects();
    expect(() =>
      objects.apply({
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: 'public' },
      }),
    ).toThrow(/'test' has no kind Gateway in gateway.networking.k8s.io\/v1/);
  });

  it.each(['', '.', '..', 'a/b', 'a%2fb'])(
    'refuses the name %p, which could not be asked for',
    name => {
      expect(() => createObjects().objects.apply(service(name, {}))).toThrow(
        /cannot be the name of a Service/,
      );
    },
  );
});
