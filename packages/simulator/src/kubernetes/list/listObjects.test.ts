import fc from 'fast-check';
import { systemClock } from '../../http';
import { apisOf } from '../apis';
import { ApiCatalog } from '../discovery/ApiCatalog';
import { parseListOptions } from '../requests/parseListOptions';
import { ClusterObjects } from '../store/ClusterObjects';
import { ObjectStore } from '../store/ObjectStore';
import { Status, StatusError } from '../status/StatusError';
import { listObjects } from './listObjects';

const catalog = new ApiCatalog(apisOf(['core']));
const api = catalog.findKind('v1', 'Service')!;

function createCluster(names: [namespace: string, name: string][]) {
  const store = new ObjectStore();
  const objects = new ClusterObjects({
    clusterName: 'test',
    catalog,
    store,
    clock: systemClock,
  });
  for (const [namespace, name] of names) {
    objects.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace, labels: { odd: String(name.length % 2) } },
    });
  }
  return { store, objects };
}

function list(store: ObjectStore, query: string, namespace?: string) {
  return JSON.parse(
    listObjects({
      store,
      api,
      namespace,
      list: parseListOptions(new URLSearchParams(query), 'list'),
      representation: 'whole',
      forceExpired: false,
    }),
  );
}

const path = ({ metadata }: any) => `${metadata.namespace}/${metadata.name}`;

function statusOf(read: () => unknown): Status | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return (error as StatusError).status;
  }
}

/** All pages, with something done before each page after the first. */
function readPages(options: {
  store: ObjectStore;
  query: string;
  namespace?: string;
  between?: () => void;
}) {
  const { store, query, namespace, between } = options;
  const pages = [list(store, query, namespace)];
  while (pages.at(-1)!.metadata.continue) {
    between?.();
    const token = pages.at(-1)!.metadata.continue;
    pages.push(list(store, `${query}&continue=${token}`, namespace));
  }
  return pages;
}

const part = fc.stringMatching(/^[a-c](-?[a-c]){0,3}$/);
const names = fc.uniqueArray(fc.tuple(part, part), {
  selector: parts => parts.join('/'),
  maxLength: 25,
});
const limit = fc.integer({ min: 1, max: 30 });

describe('listObjects', () => {
  it('gives pages that together are the whole, for any limit, scope and selector', () => {
    fc.assert(
      fc.property(
        names,
        limit,
        fc.constantFrom(undefined, 'a', 'b-a'),
        fc.constantFrom('', 'labelSelector=odd%3D1', 'labelSelector=!odd'),
        (objects, size, namespace, selector) => {
          const { store } = createCluster(objects);
          const whole = list(store, selector, namespace);
          const pages = readPages({
            store,
            query: `limit=${size}&${selector}`,
            namespace,
          });
          expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
          expect(pages.every(({ items }) => items.length <= size)).toBe(true);
        },
      ),
    );
  });

  it('tells after each page how many are left', () => {
    fc.assert(
      fc.property(names, limit, (objects, size) => {
        const { store } = createCluster(objects);
        let seen = 0;
        for (const page of readPages({ store, query: `limit=${size}` })) {
          seen += page.items.length;
          expect(page.metadata.remainingItemCount ?? 0).toBe(
            objects.length - seen,
          );
        }
        expect(seen).toBe(objects.length);
      }),
    );
  });

  it('shows one state in all pages while objects come, change and go', () => {
    fc.assert(
      fc.property(names, limit, names, (objects, size, later) => {
        const cluster = createCluster(objects);
        const { store } = cluster;
        const whole = list(store, '');
        const changes = [...later];
        const pages = readPages({
          store,
          query: `limit=${size}`,
          between: () => {
            const next = changes.pop();
            if (next) {
              const [namespace, name] = next;
              const reference = { apiVersion: 'v1', kind: 'Service' };
              if (!cluster.objects.remove({ ...reference, namespace, name })) {
                cluster.objects.apply({
                  ...reference,
                  metadata: { namespace, name },
                });
              }
            }
          },
        });
        expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
        expect(
          new Set(pages.map(({ metadata }) => metadata.resourceVersion)).size,
        ).toBe(1);
      }),
    );
  });

  it('goes on in the current state with the token of a refusal', () => {
    const cluster = createCluster([
      ['a', 'one'],
      ['a', 'two'],
      ['b', 'three'],
    ]);
    const first = list(cluster.store, 'limit=1');
    cluster.objects.remove({
      apiVersion: 'v1',
      kind: 'Service',
      namespace: 'a',
      name: 'two',
    });
    cluster.store.compact();
    const refusal = statusOf(() =>
      list(cluster.store, `limit=1&continue=${first.metadata.continue}`),
    );
    expect(refusal).toMatchObject({ code: 410, reason: 'Expired' });
    const fresh = refusal?.metadata.continue;
    const rest = list(cluster.store, `continue=${fresh}`);
    expect(rest.items.map(path)).toEqual(['b/three']);
    expect(rest.metadata.resourceVersion).toBe(String(cluster.store.revision));
  });

  it('reads a past revision when a limit asks for it, and the newest otherwise', () => {
    const cluster = createCluster([['a', 'one']]);
    const { resourceVersion } = list(cluster.store, '').metadata;
    cluster.objects.apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'a', name: 'two' },
    });
    const at = `resourceVersion=${resourceVersion}`;
    expect(list(cluster.store, at).items).toHaveLength(2);
    expect(list(cluster.store, `${at}&limit=5`).items).toHaveLength(1);
    expect(
      list(cluster.store, `${at}&limit=5&resourceVersionMatch=NotOlderThan`)
        .items,
    ).toHaveLength(2);
  });

  it('answers for a revision of the future with 504 and the reason', () => {
    const { store } = createCluster([]);
    expect(() => list(store, 'resourceVersion=999999')).toThrow(
      /Too large resource version: 999999, current: /,
    );
  });
});
