import { ResponseError } from '@backstage/errors';
import fc from 'fast-check';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { AksTrafficClient } from './AksTrafficClient';

const baseUrl = 'http://backend.test/api/aks-traffic';
const discoveryApi = {
  getBaseUrl: async (pluginId: string) => `http://backend.test/api/${pluginId}`,
};

describe('AksTrafficClient', () => {
  const server = setupServer();
  const client = new AksTrafficClient({ discoveryApi });

  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it.each([
    'component:default/storefront',
    { kind: 'component', namespace: 'default', name: 'storefront' },
  ])('reads the traffic of an entity named by %p', async entityRef => {
    server.use(
      http.get(
        `${baseUrl}/v1/entities/component/default/storefront/traffic`,
        () => HttpResponse.json({ entityRef: 'component:default/storefront' }),
      ),
    );

    await expect(client.getEntityTraffic(entityRef)).resolves.toEqual({
      entityRef: 'component:default/storefront',
    });
  });

  it('lists the clusters', async () => {
    server.use(
      http.get(`${baseUrl}/v1/clusters`, () =>
        HttpResponse.json({ items: [], gaps: [] }),
      ),
    );

    await expect(client.listClusters()).resolves.toEqual({
      items: [],
      gaps: [],
    });
  });

  /** Answers any request for a path, and remembers with what it was asked. */
  function answering(path: string, body: Record<string, unknown>) {
    const asked: string[] = [];
    server.use(
      http.get(`${baseUrl}/v1/${path}`, ({ request }) => {
        asked.push(decodeURIComponent(new URL(request.url).search));
        return HttpResponse.json(body);
      }),
    );
    return asked;
  }

  it('reads one cluster, whatever its name', async () => {
    const details = { cluster: { name: 'a/b' }, controllers: [], findings: [] };
    answering('clusters/:name', details);

    await expect(client.getCluster('a/b')).resolves.toEqual(details);
  });

  it('lists services by filter, order and page', async () => {
    const list = { items: [], totalItems: 0, pageInfo: {} };
    const asked = answering('services', list);

    await expect(client.listServices({})).resolves.toEqual(list);
    await client.listServices({
      system: ['istio', 'none'],
      owner: [''],
      search: 'a&b',
      orderBy: { field: 'risk', order: 'desc' },
      limit: 20,
    });
    await client.listServices({ cursor: 'abc_-' });

    expect(asked).toEqual([
      '',
      '?system=istio&system=none&owner=&search=a&b&limit=20&orderBy=risk:desc',
      '?cursor=abc_-',
    ]);
  });

  it('counts services by group and filter', async () => {
    const summary = { groupBy: 'owner', items: [] };
    const asked = answering('summary', summary);

    await expect(
      client.getSummary({ groupBy: 'owner', state: ['at-risk'] }),
    ).resolves.toEqual(summary);
    expect(asked).toEqual(['?groupBy=owner&state=at-risk']);
  });

  it('reads the history of some days', async () => {
    const history = { points: [], deadlines: {}, deadlinePrecisions: {} };
    const asked = answering('history', history);

    await expect(
      client.getHistory({ days: 30, cluster: ['alpha', 'beta'] }),
    ).resolves.toEqual(history);
    expect(asked).toEqual(['?days=30&cluster=alpha&cluster=beta']);
  });

  it.each(['csv', 'json'] as const)('exports as %s', async format => {
    const asked = answering(`export.${format}`, { items: [] });

    const file = await client.exportServices({
      format,
      risk: ['high'],
      orderBy: { field: 'service', order: 'asc' },
    });

    expect(await file.text()).toBe('{"items":[]}');
    expect(asked).toEqual(['?risk=high&orderBy=service:asc']);
  });

  it('keeps a hostile cluster name inside its own path segment', async () => {
    let path = '';
    server.use(
      http.post(`${baseUrl}/v1/clusters/:name/refresh`, ({ request }) => {
        path = new URL(request.url).pathname;
        return HttpResponse.json({ cluster: 'x', started: true });
      }),
    );

    await client.refreshCluster('../../a?b#c');

    expect(path).toBe(
      '/api/aks-traffic/v1/clusters/..%2F..%2Fa%3Fb%23c/refresh',
    );
  });

  it('asks for what it was asked for, whatever the name, or for nothing', async () => {
    const asked: string[] = [];
    const recording = new AksTrafficClient({
      discoveryApi,
      fetchApi: {
        fetch: async address => {
          asked.push(new URL(String(address)).pathname);
          return new Response('{}');
        },
      },
    });
    const name = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '../..', '__proto__', 'a?b#c'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(name, async cluster => {
        asked.length = 0;
        const refused = await recording.refreshCluster(cluster).then(
          () => false,
          error => error.name === 'InputError',
        );

        expect(refused).toBe(['..', '.', ''].includes(cluster));
        expect(
          asked.map(path => path.split('/').map(decodeURIComponent)),
        ).toEqual(
          refused
            ? []
            : [
                [
                  '',
                  'api',
                  'aks-traffic',
                  'v1',
                  'clusters',
                  cluster,
                  'refresh',
                ],
              ],
        );
      }),
    );
  });

  it('sends the token it is given, and none when it is given none', async () => {
    const sent: (string | null)[] = [];
    server.use(
      http.get(`${baseUrl}/v1/clusters`, ({ request }) => {
        sent.push(request.headers.get('authorization'));
        return HttpResponse.json({ items: [], gaps: [] });
      }),
    );

    await client.listClusters({ token: 'abc' });
    await client.listClusters();

    expect(sent).toEqual(['Bearer abc', null]);
  });

  it('uses the fetch API it is given', async () => {
    const fetchMock = jest.fn(async () => Response.json({ items: [] }));
    const own = new AksTrafficClient({
      discoveryApi,
      fetchApi: { fetch: fetchMock },
    });

    await own.listClusters();

    expect(fetchMock).toHaveBeenCalledWith(
      `${baseUrl}/v1/clusters`,
      expect.objectContaining({ method: 'GET' }),
    );
  });

  it("rejects with the backend's own error when the backend refuses", async () => {
    server.use(
      http.get(`${baseUrl}/v1/clusters`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Unauthorized' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );

    const error = await client.listClusters().catch(reason => reason);

    expect(error).toBeInstanceOf(ResponseError);
    expect(error.statusCode).toBe(403);
    expect(error.cause.name).toBe('NotAllowedError');
  });

  it('rejects when the request is aborted', async () => {
    server.use(http.get(`${baseUrl}/v1/clusters`, () => HttpResponse.json({})));

    await expect(
      client.listClusters({ signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
