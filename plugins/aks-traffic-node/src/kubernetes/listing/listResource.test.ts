import fc from 'fast-check';
import {
  KubernetesObject,
  ObservedResource,
} from 'backstage-plugin-aks-traffic-engine';
import { ApiReader } from '../connection/ApiReader';
import { KubernetesApiError } from '../KubernetesApiError';
import { listResource } from './listResource';

const ingresses: ObservedResource = {
  group: 'networking.k8s.io',
  versions: ['v1'],
  kind: 'Ingress',
  resource: 'ingresses',
  namespaced: true,
  metadataOnly: false,
};

const keep = (raw: unknown) => raw as KubernetesObject;

function expired(freshContinue?: string): KubernetesApiError {
  return new KubernetesApiError({
    message: 'expired',
    cluster: 'shop',
    resource: 'ingresses.networking.k8s.io',
    failure: 'expired',
    status: 410,
    freshContinue,
  });
}

/** Serves a list of `size` objects by limit and continue; `fail` may throw instead of a page. */
function pagedApi(
  size: number,
  fail: (call: number, next: string | undefined) => void = () => {},
) {
  const calls: Record<string, string>[] = [];
  const api: ApiReader = {
    cluster: 'shop',
    get: async ({ query = {} }) => {
      calls.push(query);
      fail(calls.length, query.continue);
      const start = Number(query.continue ?? 0);
      const end = Math.min(start + Number(query.limit), size);
      return {
        kind: 'IngressList',
        metadata: end < size ? { continue: String(end) } : {},
        items: Array.from({ length: end - start }, (_, at) => ({
          metadata: { name: `i${start + at}` },
        })),
      };
    },
  };
  return { api, calls };
}

function list(api: ApiReader, limits = { pageSize: 2, maxPages: 100 }) {
  return listResource({
    api,
    resource: ingresses,
    version: 'v1',
    limits,
    reduce: keep,
  });
}

const namesOf = (objects: KubernetesObject[]) =>
  objects.map(({ metadata }) => metadata.name);

describe('listResource', () => {
  it('reads every object once and in order, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        async (size, pageSize) => {
          const { api, calls } = pagedApi(size);
          const listing = await list(api, { pageSize, maxPages: 100 });
          expect(listing.incomplete).toBeUndefined();
          expect(namesOf(listing.objects)).toEqual(
            Array.from({ length: size }, (_, at) => `i${at}`),
          );
          expect(calls).toHaveLength(Math.max(1, Math.ceil(size / pageSize)));
        },
      ),
    );
  });

  it('says that a list is incomplete whose last page says that more objects follow', async () => {
    const { api } = pagedApi(3);
    const listing = await list({
      ...api,
      get: async request => {
        const page = await api.get(request);
        return {
          ...page,
          metadata: { resourceVersion: '7', remainingItemCount: 1 },
        };
      },
    });

    expect(listing).toMatchObject({
      objects: { length: 2 },
      incomplete:
        'The API server says that 1 more follow, and not where to go on',
    });
  });

  it('never repeats or loses an object when lists expire, or says that it is incomplete', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 40 }),
        fc.uniqueArray(fc.nat(30), { maxLength: 6 }),
        fc.boolean(),
        async (size, failingCalls, fresh) => {
          const { api, calls } = pagedApi(size, (call, next) => {
            if (next !== undefined && failingCalls.includes(call)) {
              throw expired(fresh ? next : undefined);
            }
          });
          const { objects, incomplete } = await list(api);
          const expected = Array.from({ length: size }, (_, at) => `i${at}`);
          expect(namesOf(objects)).toEqual(
            incomplete ? expected.slice(0, objects.length) : expected,
          );
          expect(calls.length).toBeLessThan(2 * size + 5);
        },
      ),
    );
  });

  it('goes on with the fresh token of an expired list', async () => {
    let once = true;
    const { api, calls } = pagedApi(5, (_, next) => {
      if (next === '2' && once) {
        once = false;
        throw expired('2');
      }
    });
    const listing = await list(api);
    expect(listing).toMatchObject({ unusable: 0 });
    expect(listing.incomplete).toBeUndefined();
    expect(listing.objects).toHaveLength(5);
    expect(calls.map(query => query.continue)).toEqual([
      undefined,
      '2',
      '2',
      '4',
    ]);
  });

  it('starts again once when there is no fresh token, then keeps what it has', async () => {
    const { api, calls } = pagedApi(5, (_, next) => {
      if (next === '4') {
        throw expired();
      }
    });
    const listing = await list(api);
    expect(listing.incomplete).toBe('expired');
    expect(namesOf(listing.objects)).toEqual(['i0', 'i1', 'i2', 'i3']);
    expect(calls.map(query => query.continue)).toEqual([
      undefined,
      '2',
      '4',
      undefined,
      '2',
      '4',
    ]);
  });

  it('keeps the pages before one that fails', async () => {
    const { api } = pagedApi(5, (_, next) => {
      if (next === '4') {
        throw new KubernetesApiError({
          message: 'The API server failed (500)',
          cluster: 'shop',
          resource: 'ingresses.networking.k8s.io',
          failure: 'server-error',
        });
      }
    });
    await expect(list(api)).resolves.toMatchObject({
      incomplete: 'The API server failed (500)',
      objects: { length: 4 },
    });
  });

  it('leaves a server that sends the same page for ever', async () => {
    const api: ApiReader = {
      cluster: 'shop',
      get: async () => ({
        kind: 'IngressList',
        metadata: { continue: 'again' },
        items: [],
      }),
    };
    await expect(list(api)).resolves.toMatchObject({
      incomplete: 'The API server sends the same page again and again',
    });
  });

  it('leaves a server that never stops sending pages', async () => {
    let token = 0;
    const api: ApiReader = {
      cluster: 'shop',
      get: async () => ({
        kind: 'IngressList',
        metadata: { continue: String(token++) },
        items: [],
      }),
    };
    await expect(
      list(api, { pageSize: 2, maxPages: 7 }),
    ).resolves.toMatchObject({
      incomplete: 'The list has more than 7 pages, which is the limit',
    });
    expect(token).toBe(7);
  });

  it('survives a server that ignores the limit', async () => {
    const api: ApiReader = {
      cluster: 'shop',
      get: async () => ({
        kind: 'IngressList',
        items: Array.from({ length: 200_000 }, (_, at) => ({
          metadata: { name: `i${at}` },
        })),
      }),
    };
    await expect(list(api)).resolves.toMatchObject({
      objects: { length: 200_000 },
    });
  });

  it('asks for the metadata only where no more is used', async () => {
    const accepted: (string | undefined)[] = [];
    const api: ApiReader = {
      cluster: 'shop',
      get: async ({ accept }) => {
        accepted.push(accept);
        return {
          kind: 'PartialObjectMetadataList',
          items: [
            {
              apiVersion: 'meta.k8s.io/v1',
              kind: 'PartialObjectMetadata',
              metadata: { name: 'gateways' },
            },
          ],
        };
      },
    };
    const listing = await listResource({
      api,
      resource: {
        ...ingresses,
        group: 'apiextensions.k8s.io',
        kind: 'CustomResourceDefinition',
        resource: 'customresourcedefinitions',
        metadataOnly: true,
      },
      version: 'v1',
      limits: { pageSize: 2, maxPages: 10 },
      reduce: keep,
    });
    expect(accepted).toEqual([
      expect.stringContaining('as=PartialObjectMetadataList'),
    ]);
    expect(listing.objects).toEqual([
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'gateways' },
      },
    ]);
  });

  it('refuses a first page that is not a list', async () => {
    const api: ApiReader = {
      cluster: 'shop',
      get: async () => ({ kind: 'Ingress', metadata: { name: 'one' } }),
    };
    await expect(list(api)).rejects.toMatchObject({ failure: 'wrong-shape' });
  });
});
