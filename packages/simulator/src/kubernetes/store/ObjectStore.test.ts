import fc from 'fast-check';
import type { StoredObject } from '../../estate/types';
import { Change, ObjectStore } from './ObjectStore';

const table = 'v1/things';

function put(store: ObjectStore, key: string, value = 0): void {
  store.put({
    table,
    key,
    create: revision => ({
      apiVersion: 'v1',
      kind: 'Thing',
      metadata: { name: key, resourceVersion: String(revision) },
      value,
    }),
  });
}

function keys(store: ObjectStore, revision = store.revision, prefix = '') {
  return [...store.range({ table, prefix, revision })].map(({ key }) => key);
}

describe('ObjectStore', () => {
  it('gives keys in byte order, whatever order they came in', () => {
    const store = new ObjectStore();
    for (const key of ['shop/b', 'shop/a', 'shop-2/a', 'ops/z']) {
      put(store, key);
    }
    expect(keys(store)).toEqual(['ops/z', 'shop-2/a', 'shop/a', 'shop/b']);
    expect(keys(store, store.revision, 'shop/')).toEqual(['shop/a', 'shop/b']);
  });

  it('shows a past state until it is compacted', () => {
    const store = new ObjectStore();
    put(store, 'a', 1);
    const before = store.revision;
    put(store, 'a', 2);
    put(store, 'b');
    store.delete(table, 'a');

    expect(keys(store, before)).toEqual(['a']);
    const [past] = store.range({ table, prefix: '', revision: before });
    expect(past.object.value).toBe(1);
    expect(keys(store)).toEqual(['b']);

    store.compact();
    expect(before).toBeLessThan(store.compactedRevision);
    expect(keys(store)).toEqual(['b']);
    expect(store.changesSince(table, before)).toEqual([]);
  });

  it('tells changes with the state before, and deletions with the revision of the deletion', () => {
    const store = new ObjectStore();
    const changes: Change[] = [];
    const unsubscribe = store.subscribe(change => changes.push(change));
    put(store, 'a', 1);
    put(store, 'a', 2);
    expect(store.delete(table, 'a')).toBe(true);
    expect(store.delete(table, 'a')).toBe(false);
    unsubscribe();
    put(store, 'a', 3);

    expect(
      changes.map(({ deleted, current, previous }) => [
        deleted,
        current.object.value,
        previous?.object.value,
      ]),
    ).toEqual([
      [false, 1, undefined],
      [false, 2, 1],
      [true, 2, 2],
    ]);
    expect(changes[2].current.object.metadata.resourceVersion).toBe(
      String(changes[2].revision),
    );
    expect(store.changesSince(table, changes[0].revision)).toHaveLength(3);
  });

  it('agrees with a plain map at every revision, counts included', () => {
    const key = fc.constantFrom('a/x', 'a/y', 'a-b/x', 'b/x', 'b/y');
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), key }),
      fc.record({ kind: fc.constant('delete' as const), key }),
      fc.record({ kind: fc.constant('compact' as const), key }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), key, (steps, from) => {
        const store = new ObjectStore();
        const model = new Map<string, number>();
        let states: { revision: number; keys: string[] }[] = [];
        for (const [index, { kind, key: changed }] of steps.entries()) {
          if (kind === 'put') {
            put(store, changed, index);
            model.set(changed, index);
          } else if (kind === 'delete') {
            store.delete(table, changed);
            model.delete(changed);
          } else {
            store.compact();
            states = [];
          }
          states.push({
            revision: store.revision,
            keys: [...model.keys()].sort(),
          });
        }
        for (const { revision, keys: expected } of states) {
          expect(keys(store, revision)).toEqual(expected);
          for (const prefix of ['', 'a/', 'b/']) {
            const range = {
              table,
              prefix,
              revision,
              from: from.startsWith(prefix) ? from : prefix,
            };
            expect(store.count(range)).toBe([...store.range(range)].length);
          }
        }
      }),
    );
  });

  it('does not change or share what it was given', () => {
    const store = new ObjectStore();
    const object: StoredObject = {
      apiVersion: 'v1',
      kind: 'Thing',
      metadata: { name: 'a', resourceVersion: '1' },
    };
    const frozen = Object.freeze(object);
    store.put({ table, key: 'a', create: () => frozen });
    store.delete(table, 'a');
    expect(object.metadata.resourceVersion).toBe('1');
  });
});
