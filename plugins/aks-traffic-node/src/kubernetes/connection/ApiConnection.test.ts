import { gzipSync } from 'node:zlib';
import { testLocation } from '../__testUtils__/locations';
import {
  Handler,
  sendJson,
  startServer,
  TestServer,
} from '../__testUtils__/startServer';
import { ClusterLocation } from '../../extensions';
import { defaultReadLimits, ReadLimits } from '../ReadLimits';
import { ApiConnection } from './ApiConnection';

describe('ApiConnection', () => {
  let server: TestServer | undefined;
  let connection: ApiConnection | undefined;

  async function connect(
    handler: Handler,
    options: {
      location?: Partial<ClusterLocation>;
      limits?: Partial<ReadLimits>;
      signal?: AbortSignal;
    } = {},
  ): Promise<ApiConnection> {
    server = await startServer(handler);
    connection = ApiConnection.open({
      location: testLocation(options.location),
      limits: { ...defaultReadLimits, ...options.limits },
      signal: options.signal ?? new AbortController().signal,
      environment: server.environment,
    });
    return connection;
  }

  const request = { path: '/apis', resource: 'ingresses.networking.k8s.io' };

  afterEach(async () => {
    await connection?.close();
    await server?.close();
  });

  it('sends the token in a GET below the path of the address', async () => {
    const api = await connect((_, response) => sendJson(response, { ok: 1 }), {
      location: { server: 'https://proxy.example/clusters/shop/' },
    });
    await expect(
      api.get({ ...request, query: { continue: 'a&b=c' } }),
    ).resolves.toEqual({ ok: 1 });
    const [sent] = server!.requests;
    expect(sent.method).toBe('GET');
    expect(sent.url.pathname).toBe('/clusters/shop/apis');
    expect(sent.url.searchParams.get('continue')).toBe('a&b=c');
    expect(sent.headers.authorization).toBe('Bearer secret');
  });

  it('tells the proxy of a Kubernetes plugin which cluster is meant, over plain http too', async () => {
    const api = await connect((_, response) => sendJson(response, { ok: 1 }), {
      location: {
        server: 'http://localhost:7007/api/kubernetes/proxy',
        kubernetesPluginCluster: 'shop',
      },
    });
    await api.get(request);
    const [sent] = server!.requests;
    expect(sent.url.pathname).toBe('/api/kubernetes/proxy/apis');
    expect(sent.headers['backstage-kubernetes-cluster']).toBe('shop');
  });

  it('sends no token to any other server over plain http', async () => {
    await expect(
      connect((_, response) => sendJson(response, {}), {
        location: { server: 'http://localhost:7007/api/kubernetes/proxy' },
      }),
    ).rejects.toThrow('is not an https address');
    expect(server!.requests).toEqual([]);
  });

  it('reads compressed answers', async () => {
    const api = await connect((_, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(gzipSync('{"kind":"IngressList"}'));
    });
    await expect(api.get(request)).resolves.toEqual({ kind: 'IngressList' });
  });

  it('keeps its connections for the next requests', async () => {
    const api = await connect((_, response) => sendJson(response, {}), {
      limits: { concurrency: 2 },
    });
    for (let round = 0; round < 5; round++) {
      await Promise.all([api.get(request), api.get(request), api.get(request)]);
    }
    expect(server!.requests).toHaveLength(15);
    expect(server!.connections()).toBeLessThanOrEqual(2);
  });

  it.each([
    ['a page of a proxy', 'text/html', '<html>Sign in</html>', 'not-json'],
    [
      'HTML that claims to be JSON',
      'application/json',
      ' <!doctype html>',
      'not-json',
    ],
    ['plain text', 'text/plain', 'hello', 'not-json'],
    ['nothing', 'application/json', '', 'not-json'],
    ['a list where an object is due', 'application/json', '[]', 'wrong-shape'],
    ['null', 'application/json', 'null', 'wrong-shape'],
  ])('refuses %s sent with status 200', async (_, type, body, failure) => {
    const api = await connect((__, response) => {
      response.writeHead(200, { 'content-type': type });
      response.end(body);
    });
    await expect(api.get(request)).rejects.toMatchObject({
      name: 'KubernetesApiError',
      cluster: 'shop',
      resource: 'ingresses.networking.k8s.io',
      status: 200,
      failure,
    });
    expect(server!.requests).toHaveLength(1);
  });

  it('names an answer that breaks off, after trying again', async () => {
    const api = await connect(
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"kind":"IngressList","items":[');
        setImmediate(() => response.destroy());
      },
      { limits: { maxAttempts: 2 } },
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'cut-off',
    });
    expect(server!.requests).toHaveLength(2);
  });

  it('names JSON that ends early although the connection was closed in order', async () => {
    const api = await connect(
      (_, response) => response.end('{"kind":"IngressList","items":['),
      { limits: { maxAttempts: 1 } },
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'cut-off',
      message: 'The API server sent JSON that breaks off or is malformed',
    });
  });

  it('does not follow a redirect, so the token stays where it belongs', async () => {
    const api = await connect((_, response) => {
      response.writeHead(302, { location: 'https://elsewhere.example/' });
      response.end();
    });
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'redirected',
      status: 302,
    });
    expect(server!.requests).toHaveLength(1);
  });

  it('stops at the allowed size', async () => {
    const api = await connect(
      (_, response) => response.end(JSON.stringify({ x: 'y'.repeat(5000) })),
      { limits: { maxResponseBytes: 1000 } },
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'too-large',
    });
  });

  it('stops at the allowed size when a small answer unpacks to a large one', async () => {
    const api = await connect(
      (_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(gzipSync(Buffer.alloc(1_000_000)));
      },
      { limits: { maxResponseBytes: 10_000 } },
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'too-large',
    });
  });

  it('gives up on a server that accepts and never answers', async () => {
    const api = await connect(() => {}, { limits: { requestTimeoutMs: 50 } });
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'timeout',
      message: 'The API server did not answer within 0.05 s',
    });
    expect(server!.requests).toHaveLength(1);
  });

  it('gives up on a server that never ends its answer', async () => {
    const api = await connect(
      (_, response) => {
        response.write('{');
      },
      { limits: { requestTimeoutMs: 50 } },
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'timeout',
    });
  });

  it('says that the time for the whole cluster is used up', async () => {
    const controller = new AbortController();
    const api = await connect(() => controller.abort(), {
      signal: controller.signal,
    });
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'timeout',
      message: 'The time for reading the cluster (90 s) was used up',
    });
  });

  it('reports a refused connection at once', async () => {
    const api = await connect(() => {});
    await server!.close();
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'unreachable',
      message: 'The API server refused the connection',
    });
    expect(server!.environment.waited).toEqual([]);
  });

  it('waits as long as a throttling server asks, up to the limit', async () => {
    const waits = ['1', '3600'];
    const api = await connect((_, response) => {
      const retryAfter = waits.shift();
      if (retryAfter === undefined) {
        sendJson(response, { done: true });
        return;
      }
      response.writeHead(429, { 'retry-after': retryAfter });
      response.end('Too many requests, please try again later.\n');
    });
    await expect(api.get(request)).resolves.toEqual({ done: true });
    expect(server!.environment.waited).toEqual([1000, 10_000]);
  });

  it('backs off on its own when a throttling server asks for nothing, and ends', async () => {
    const api = await connect((_, response) => {
      response.writeHead(429);
      response.end();
    });
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'throttled',
    });
    expect(server!.environment.waited).toEqual([250, 500, 1000]);
    expect(server!.requests).toHaveLength(4);
  });

  it('passes on what a Status says', async () => {
    const api = await connect((_, response) =>
      sendJson(
        response,
        { kind: 'Status', message: 'continue key is not valid' },
        400,
      ),
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'refused',
      status: 400,
      message:
        'The API server refused the request (400): continue key is not valid',
    });
  });

  it('keeps the fresh token of an expired list', async () => {
    const api = await connect((_, response) =>
      sendJson(
        response,
        { kind: 'Status', metadata: { continue: 'fresh' } },
        410,
      ),
    );
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'expired',
      freshContinue: 'fresh',
    });
  });

  describe('when the token is refused', () => {
    function acceptOnly(token: string): Handler {
      return ({ headers }, response) =>
        headers.authorization === `Bearer ${token}`
          ? sendJson(response, { ok: 1 })
          : sendJson(response, { kind: 'Status' }, 401);
    }

    it('fetches one new token for all requests and repeats them', async () => {
      const asked: boolean[] = [];
      const api = await connect(acceptOnly('new'), {
        location: {
          access: {
            kind: 'token',
            getToken: async ({ renew }) => {
              asked.push(Boolean(renew));
              return { token: renew ? 'new' : 'old' };
            },
          },
        },
      });
      await expect(
        Promise.all([api.get(request), api.get(request), api.get(request)]),
      ).resolves.toHaveLength(3);
      expect(asked).toEqual([false, true]);
    });

    it('gives up after the second refusal', async () => {
      let count = 0;
      const api = await connect(acceptOnly('none of them'), {
        location: {
          access: {
            kind: 'token',
            getToken: async () => ({ token: `token-${count++}` }),
          },
        },
      });
      await expect(api.get(request)).rejects.toMatchObject({
        failure: 'unauthorized',
        status: 401,
      });
      await expect(api.get(request)).rejects.toMatchObject({
        failure: 'unauthorized',
      });
      expect(count).toBe(2);
    });

    it('does not send the same token again', async () => {
      const api = await connect(acceptOnly('other'));
      await expect(api.get(request)).rejects.toMatchObject({
        failure: 'unauthorized',
      });
      expect(server!.requests).toHaveLength(1);
    });
  });

  it('replaces a token that is about to expire', async () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const issued: string[] = [];
    server = await startServer((_, response) => sendJson(response, {}));
    connection = ApiConnection.open({
      location: testLocation({
        access: {
          kind: 'token',
          getToken: async () => {
            issued.push(now.toISOString());
            return {
              token: `token-${issued.length}`,
              expiresAt: new Date(now.getTime() + 120_000),
            };
          },
        },
      }),
      limits: defaultReadLimits,
      signal: new AbortController().signal,
      environment: { ...server.environment, now: () => now },
    });
    await connection.get(request);
    await connection.get(request);
    now.setMinutes(now.getMinutes() + 1.5);
    now.setSeconds(30);
    await Promise.all([connection.get(request), connection.get(request)]);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      ['Bearer token-1', 'Bearer token-1', 'Bearer token-2', 'Bearer token-2'],
    );
  });

  describe('with a client certificate', () => {
    const certificate = { certificate: 'CERTIFICATE', key: 'KEY' };

    async function connectionOptions(
      location: Partial<ClusterLocation>,
    ): Promise<unknown> {
      let options: unknown;
      server = await startServer((_, response) => sendJson(response, {}));
      connection = ApiConnection.open({
        location: testLocation(location),
        limits: defaultReadLimits,
        signal: new AbortController().signal,
        environment: {
          ...server.environment,
          dispatcher: (origin, given) => {
            options = given.connect;
            return server!.environment.dispatcher!(origin, given);
          },
        },
      });
      await connection.get(request);
      return options;
    }

    it('shows it and sends no token', async () => {
      expect(
        await connectionOptions({
          access: { kind: 'certificate', certificate },
        }),
      ).toMatchObject({ cert: 'CERTIFICATE', key: 'KEY' });
      expect(server!.requests[0].headers).not.toHaveProperty('authorization');
    });

    it('shows it beside a token', async () => {
      expect(
        await connectionOptions({
          caData: 'AUTHORITY',
          tlsServerName: 'kubernetes',
          access: {
            kind: 'token',
            getToken: async () => ({ token: 'secret' }),
            certificate,
          },
        }),
      ).toEqual({
        ca: 'AUTHORITY',
        cert: 'CERTIFICATE',
        key: 'KEY',
        servername: 'kubernetes',
        timeout: defaultReadLimits.requestTimeoutMs,
      });
      expect(server!.requests[0].headers.authorization).toBe('Bearer secret');
    });

    it('checks the server unless told not to', async () => {
      expect(await connectionOptions({})).not.toHaveProperty(
        'rejectUnauthorized',
      );
      await connection?.close();
      await server?.close();
      expect(
        await connectionOptions({ dangerouslySkipTlsVerification: true }),
      ).toMatchObject({ rejectUnauthorized: false });
    });

    it('says that it was refused, without asking for a token', async () => {
      const api = await connect(
        (_, response) => sendJson(response, { kind: 'Status' }, 401),
        { location: { access: { kind: 'certificate', certificate } } },
      );
      await expect(api.get(request)).rejects.toMatchObject({
        failure: 'unauthorized',
        message: 'The API server does not accept the client certificate (401)',
      });
      expect(server!.requests).toHaveLength(1);
    });
  });

  it('says why there is no token', async () => {
    const api = await connect(() => {}, {
      location: {
        access: {
          kind: 'token',
          getToken: async () => {
            throw new Error('the token file is missing');
          },
        },
      },
    });
    await expect(api.get(request)).rejects.toMatchObject({
      failure: 'no-token',
      message: 'No token for the API server: the token file is missing',
    });
    expect(server!.requests).toHaveLength(0);
  });

  it.each([
    'http://shop.example',
    'https://user:password@shop.example',
    'https://shop.example?x=1',
    'shop.example',
    '',
  ])('refuses to send a token to %j', address => {
    expect(() =>
      ApiConnection.open({
        location: testLocation({ server: address }),
        limits: defaultReadLimits,
        signal: new AbortController().signal,
      }),
    ).toThrow(/address/);
  });
});
