import { connect } from 'node:net';
import { request as send, Agent } from 'undici';
import type { FaultEffect } from '../faults';
import {
  ADMIN_TOKEN,
  READER_TOKEN,
  startTestServer,
  testCluster,
  testIdentity,
  testIngress,
} from './__testUtils__/startTestServer';

const INGRESSES = '/apis/networking.k8s.io/v1/ingresses';

type TestServer = Awaited<ReturnType<typeof startTestServer>>;

describe('createKubernetesServer', () => {
  const running: TestServer[] = [];

  async function start(
    ...options: Parameters<typeof startTestServer>
  ): Promise<TestServer> {
    const server = await startTestServer(...options);
    running.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(running.splice(0).map(server => server.close()));
  });

  describe('sign-in', () => {
    it('takes Entra tokens for the AKS server application only', async () => {
      const server = await start();
      const good = server.client(await server.entraToken());
      expect((await good.request(INGRESSES)).status).toBe(200);
      const other = server.client(
        await server.entraToken('https://management.azure.com/'),
      );
      expect((await other.request(INGRESSES)).status).toBe(401);
    });

    it('refuses a token that has expired by its own clock', async () => {
      const server = await start();
      const client = server.client(await server.entraToken());
      server.faults.add({
        id: 'ahead',
        target: 'test',
        effect: { kind: 'clock-skew', seconds: 2 * 3600 },
      });
      expect((await client.request(INGRESSES)).status).toBe(401);
      server.faults.clear();
      expect((await client.request(INGRESSES)).status).toBe(200);
    });

    it('refuses requests without a token, and Entra tokens where Entra ID is not set up', async () => {
      const server = await start({ cluster: testCluster({ entra: false }) });
      const entra = server.client(await server.entraToken());
      expect((await entra.request(INGRESSES)).status).toBe(401);
      const { request } = server.client();
      expect((await request(INGRESSES)).status).toBe(200);
      const anonymous = await request('/version', { authorization: undefined });
      expect(anonymous.status).toBe(401);
    });

    it('lets somebody without a role read discovery and nothing else', async () => {
      const server = await start({
        cluster: testCluster({ name: 'locked-out' }),
      });
      const { request } = server.client(await server.entraToken());
      expect((await request('/apis')).status).toBe(200);
      const refused = await request(INGRESSES);
      expect(refused.status).toBe(403);
      expect(refused.json().message).toBe(
        `ingresses.networking.k8s.io is forbidden: User "${testIdentity.objectId}" cannot list resource "ingresses" in API group "networking.k8s.io" at the cluster scope`,
      );
    });
  });

  describe('objects', () => {
    it('refuses Secrets to everybody and writes to those who may', async () => {
      const server = await start();
      const { request } = server.client(ADMIN_TOKEN);
      const secrets = await request('/api/v1/namespaces/shop/secrets/tls');
      expect(secrets.json()).toMatchObject({
        code: 403,
        message: expect.stringMatching(
          /^secrets "tls" is forbidden: .* cannot get resource "secrets" in API group "" in the namespace "shop"$/,
        ),
        details: { name: 'tls', kind: 'secrets' },
      });
      const written = await request(INGRESSES, { method: 'DELETE' });
      expect(written.status).toBe(405);
      expect(written.json().reason).toBe('MethodNotAllowed');
      const byReader = await server
        .client()
        .request(INGRESSES, { method: 'DELETE' });
      expect(byReader.status).toBe(403);
    });

    it('knows a group that is not installed as a missing page to those who may read it, and refuses others', async () => {
      const server = await start();
      const { request } = server.client();
      const missing = await request('/apis/not.installed.example/v1/things');
      expect(missing.status).toBe(404);
      expect(missing.text).toBe('404 page not found\n');
      expect(missing.headers['content-type']).toMatch(/^text\/plain/);
      const other = await request('/apis/traefik.io/v1alpha1/ingressroutes');
      expect(other.status).toBe(403);
    });

    it.each([
      '/api/v1/namespaces/shop/nodes',
      '/api/v1/pods/cart',
      '/api/v1/namespaces/shop/pods/cart/log',
      '/api/v2/pods',
      '/apis/networking.k8s.io/v1/things',
    ])('has nothing at %s', async path => {
      const server = await start();
      const response = await server.client(ADMIN_TOKEN).request(path);
      expect(response.status).toBe(404);
      expect(response.text).toBe('404 page not found\n');
    });

    it('gives one object whole, or its metadata', async () => {
      const server = await start({
        cluster: testCluster({ objects: [testIngress('cart')] }),
      });
      const { request } = server.client();
      const path = '/apis/networking.k8s.io/v1/namespaces/shop/ingresses/cart';
      expect((await request(path)).json()).toMatchObject({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        spec: { ingressClassName: 'nginx' },
      });
      const partial = await request(path, {
        accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      });
      expect(partial.json()).not.toHaveProperty('spec');
    });

    it('compresses large answers for those who take it, and no small ones', async () => {
      const objects = Array.from({ length: 500 }, (_, index) =>
        testIngress(`ingress-${index}`),
      );
      const server = await start({ cluster: testCluster({ objects }) });
      const { request } = server.client();
      const plain = await request(INGRESSES);
      const compressed = await request(INGRESSES, { acceptEncoding: 'gzip' });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(compressed.headers['content-encoding']).toBe('gzip');
      expect(compressed.json()).toEqual(plain.json());
      const small = await request(`${INGRESSES}?limit=2`, {
        acceptEncoding: 'gzip',
      });
      expect(small.headers['content-encoding']).toBeUndefined();
    });

    it('sends bookmarks at its interval', async () => {
      const server = await start({ bookmarkIntervalMs: 5 });
      const watch = server
        .client()
        .watch(`${INGRESSES}?watch=true&allowWatchBookmarks=true`);
      const { value } = await watch.next();
      await watch.return(undefined);
      expect(value).toEqual({
        type: 'BOOKMARK',
        object: {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'Ingress',
          metadata: expect.objectContaining({
            resourceVersion: expect.stringMatching(/^\d+$/),
          }),
        },
      });
    });

    it('shows watchers of metadata no more than that', async () => {
      const server = await start({
        cluster: testCluster({ objects: [testIngress('cart')] }),
      });
      const { request } = server.client();
      const events = await request(`${INGRESSES}?watch=true&timeoutSeconds=1`, {
        accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
      });
      expect(JSON.parse(events.text.trim()).object).toMatchObject({
        kind: 'PartialObjectMetadata',
        metadata: { name: 'cart' },
      });
    });
  });

  describe('discovery', () => {
    const aggregated = (version: string) =>
      `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`;
    const both = `${aggregated('v2')},${aggregated(
      'v2beta1',
    )},application/json`;

    it.each([
      ['1.36.2', {}, 'apidiscovery.k8s.io/v2'],
      ['1.27.9', {}, 'apidiscovery.k8s.io/v2beta1'],
      ['1.25.3', {}, 'v1'],
      ['1.36.2', { aggregatedDiscovery: false }, 'v1'],
    ])(
      'of version %s with %j answers with %s',
      async (version, options, expected) => {
        const server = await start({
          ...options,
          cluster: testCluster({ version }),
        });
        const { request } = server.client();
        const document = (await request('/apis', { accept: both })).json();
        expect(document.apiVersion).toBe(expected);
        expect((await request('/version')).json().gitVersion).toBe(
          `v${version}`,
        );
      },
    );

    it('says that a document has not changed', async () => {
      const server = await start();
      const agent = new Agent({ connect: { ca: server.ca } });
      const headers = {
        authorization: `Bearer ${READER_TOKEN}`,
        accept: aggregated('v2'),
      };
      const url = `${server.server.url}/apis`;
      const first = await send(url, { dispatcher: agent, headers });
      await first.body.dump();
      const second = await send(url, {
        dispatcher: agent,
        headers: { ...headers, 'if-none-match': String(first.headers.etag) },
      });
      expect(second.statusCode).toBe(304);
      expect(await second.body.text()).toBe('');
      await agent.close();
    });

    it('describes custom resources in full and built-in ones in short', async () => {
      const server = await start();
      const { request } = server.client();
      const { items } = (
        await request('/apis', { accept: aggregated('v2') })
      ).json();
      const find = (group: string) =>
        items.find((item: any) => item.metadata.name === group);
      expect(find('apps').versions[0].resources[0].responseKind).toEqual({
        group: '',
        version: '',
        kind: 'ControllerRevision',
      });
      expect(
        find('gateway.networking.k8s.io').versions[0].resources[0].responseKind,
      ).toEqual({
        group: 'gateway.networking.k8s.io',
        version: 'v1',
        kind: 'GatewayClass',
      });
    });
  });

  describe('faults', () => {
    async function startWithFault(effect: FaultEffect) {
      const server = await start({
        cluster: testCluster({
          objects: ['a', 'b', 'c'].map(name => testIngress(name)),
        }),
      });
      server.faults.add({
        id: 'fault',
        target: '*',
        resource: 'ingresses',
        effect,
      });
      return { ...server, request: server.client().request };
    }

    it('counts what is answered with everything that was sent', async () => {
      const server = await startWithFault({ kind: 'echo', status: 410 });
      const { status, text } = await server.request(INGRESSES);
      expect(status).toBe(410);
      expect(JSON.parse(text).message).toContain(
        `cannot handle GET authorization: Bearer ${READER_TOKEN} | ${INGRESSES}`,
      );
      expect(server.counted).toEqual([
        'test ingresses list',
        'test ingresses echoed',
      ]);
    });

    it.each([
      [{ kind: 'unauthorized' }, 401, '"reason":"Unauthorized"'],
      [{ kind: 'forbidden' }, 403, 'cannot list resource \\"ingresses\\"'],
      [{ kind: 'server-error', status: 500 }, 500, '"reason":"InternalError"'],
      [
        { kind: 'server-error', status: 503 },
        503,
        '"reason":"ServiceUnavailable"',
      ],
      [{ kind: 'html' }, 200, '<html>'],
    ] as [FaultEffect, number, string][])(
      'answers with %j for the resource that is named, and as usual for others',
      async (effect, status, text) => {
        const { request } = await startWithFault(effect);
        const response = await request(INGRESSES);
        expect(response.status).toBe(status);
        expect(response.text).toContain(text);
        expect((await request('/api/v1/services')).status).toBe(200);
      },
    );

    it.each([
      [7, '7'],
      [undefined, undefined],
    ])(
      'throttles with a text and Retry-After %s',
      async (retryAfterSeconds, expected) => {
        const { request } = await startWithFault({
          kind: 'throttled',
          ...(retryAfterSeconds && { retryAfterSeconds }),
        });
        const response = await request(INGRESSES);
        expect(response.status).toBe(429);
        expect(response.headers['content-type']).toMatch(/^text\/plain/);
        expect(response.headers['retry-after']).toBe(expected);
      },
    );

    it('refuses continued pages, yet lets a client get on with the fresh token', async () => {
      const { request } = await startWithFault({ kind: 'expired-continue' });
      const names: string[] = [];
      let refused = 0;
      let token = '';
      do {
        const response = await request(
          `${INGRESSES}?limit=1${token && `&continue=${token}`}`,
        );
        const { items = [], metadata } = response.json();
        refused += Number(response.status === 410);
        names.push(...items.map((item: any) => item.metadata.name));
        token = metadata.continue ?? '';
      } while (token);
      expect(names).toEqual(['a', 'b', 'c']);
      expect(refused).toBe(2);
    });

    it('cuts the body in the middle', async () => {
      const { request } = await startWithFault({ kind: 'cut', fraction: 0.5 });
      const outcome = await request(INGRESSES).then(
        ({ text }) => text,
        error => error,
      );
      expect(() => JSON.parse(String(outcome))).toThrow();
    });

    it('breaks a watch in the middle of a line', async () => {
      const server = await startWithFault({ kind: 'cut', fraction: 0.5 });
      const read = async () => {
        for await (const event of server
          .client()
          .watch(`${INGRESSES}?watch=true`)) {
          expect(event.type).toBe('ADDED');
        }
      };
      await expect(read()).rejects.toThrow();
    });

    it('closes the connection without an answer', async () => {
      const { request } = await startWithFault({ kind: 'refuse' });
      await expect(request(INGRESSES)).rejects.toThrow();
    });

    it('does not answer at all', async () => {
      const server = await startWithFault({ kind: 'hang' });
      const client = server.client();
      const hanging = client.request(INGRESSES).catch(() => 'nothing came');
      await server.untilCounted(1);
      expect((await client.request('/api/v1/services')).status).toBe(200);
      await client.close();
      expect(await hanging).toBe('nothing came');
    });
  });

  it('refuses more requests at the same time than it is meant to take, and recovers', async () => {
    const server = await start({ maximumInFlight: 1 });
    server.faults.add({
      id: 'hang',
      target: 'test',
      times: 1,
      effect: { kind: 'hang' },
    });
    const first = server.client();
    const hanging = first.request(INGRESSES).catch(() => 'given up');
    await server.untilCounted(1);

    const { request } = server.client();
    const refused = await request(INGRESSES);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.text).toBe('Too many requests, please try again later.\n');

    await first.close();
    expect(await hanging).toBe('given up');
    let status = 429;
    while (status === 429) {
      ({ status } = await request(INGRESSES));
    }
    expect(status).toBe(200);
  });

  it('counts what it was asked for, refusals included', async () => {
    const server = await start();
    const { request } = server.client();
    await request(INGRESSES);
    await request('/api/v1/namespaces/shop/secrets/tls');
    await request('/apis');
    await request('/version');
    await request('/somewhere/else');
    expect(server.counted).toEqual([
      'test ingresses list',
      'test secrets get',
      'test discovery get',
      'test version get',
      'test other get',
    ]);
  });

  it('refuses connections to a cluster that is out of reach, at an address that stays its own', async () => {
    const server = await start({ cluster: testCluster({ reach: 'refused' }) });
    await expect(server.client().request('/version')).rejects.toThrow(
      /ECONNREFUSED/,
    );
    expect(server.server.url).toMatch(/^https:\/\/localhost:[1-9]\d+$/);
  });

  it('accepts connections to a silent cluster and says nothing', async () => {
    const server = await start({ cluster: testCluster({ reach: 'silent' }) });
    const socket = connect(
      Number(new URL(server.server.url).port),
      '127.0.0.1',
    );
    let received = 0;
    socket.on('data', chunk => {
      received += chunk.length;
    });
    // The greeting was never read, so the end of the connection is a reset.
    socket.on('error', () => {});
    await new Promise<void>(resolve => {
      socket.once('connect', resolve);
    });
    const closed = new Promise(resolve => {
      socket.once('close', resolve);
    });
    socket.write('GET / HTTP/1.1\r\n\r\n');
    await server.close();
    running.length = 0;
    await closed;
    expect(received).toBe(0);
  });

  it('does not start with objects of a kind that is not installed', async () => {
    await expect(
      startTestServer({
        cluster: testCluster({
          objects: [
            {
              apiVersion: 'traefik.io/v1alpha1',
              kind: 'IngressRoute',
              metadata: { name: 'cart' },
            },
          ],
        }),
      }),
    ).rejects.toThrow(/has no kind IngressRoute/);
  });
});
