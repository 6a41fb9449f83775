import { testLocation } from './__testUtils__/locations';
import {
  Handler,
  sendJson,
  startServer,
  TestServer,
} from './__testUtils__/startServer';
import { observeCluster, observeClusterWith } from './observeCluster';

const plugin = (status: number, name: string, message: string): Handler => {
  return (request, response) =>
    sendJson(
      response,
      {
        error: { name, message },
        request: { method: request.method, url: request.url },
        response: { statusCode: status },
      },
      status,
    );
};

const apiServer = (status: number): Handler => {
  return (_, response) =>
    sendJson(response, { kind: 'Status', message: 'no' }, status);
};

const other = (status: number, type = 'text/html'): Handler => {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(`<html>${status}</html>`);
  };
};

const failed = (why: string) =>
  plugin(500, 'Error', `Cluster 'shop' request error; caused by Error: ${why}`);

const clusters = 'kubernetes.clusterLocatorMethods';

describe('what is said of a cluster of the Kubernetes plugin', () => {
  let server: TestServer | undefined;

  afterEach(() => server?.close());

  async function gapOf(handler: Handler, port?: number): Promise<string> {
    server = await startServer(handler);
    const { gaps, coverage } = await observeCluster({
      location: testLocation({
        source: 'kubernetes-plugin',
        server: `http://127.0.0.1:${port ?? server.port}/api/kubernetes/proxy`,
        kubernetesPluginCluster: 'shop',
      }),
      limits: { maxAttempts: 1, requestTimeoutMs: 500 },
      signal: new AbortController().signal,
    });
    expect(coverage).toBe('unreachable');
    expect(gaps).toHaveLength(1);
    return gaps[0];
  }

  it.each<[string, Handler, RegExp, string]>([
    [
      'the plugin takes no token of this backend',
      plugin(401, 'AuthenticationError', 'Illegal token'),
      /^The Kubernetes plugin does not accept the token \(401\)/,
      'same installation of Backstage',
    ],
    [
      'the policy refuses the proxy',
      plugin(403, 'NotAllowedError', 'Unauthorized'),
      /^The Kubernetes plugin denies the request \(403\): Unauthorized\./,
      'kubernetes.proxy',
    ],
    [
      'the plugin no longer knows the cluster',
      plugin(404, 'NotFoundError', "Cluster 'shop' not found"),
      /^The Kubernetes plugin does not know the cluster \(404\): Cluster 'shop' not found\./,
      `Check that ${clusters} has the cluster`,
    ],
    [
      'the plugin does not reach the API server',
      failed('connect ECONNREFUSED 10.0.0.1:443'),
      /^The Kubernetes plugin failed \(500\): Cluster 'shop' request error; caused by Error: connect ECONNREFUSED/,
      `its url in ${clusters}`,
    ],
    [
      'the plugin does not trust the API server',
      failed('unable to verify the first certificate'),
      /^The Kubernetes plugin failed \(500\)/,
      `caData or caFile in ${clusters}`,
    ],
    [
      'the plugin has no credentials',
      plugin(500, 'Error', 'ENOENT: no such file or directory'),
      /^The Kubernetes plugin failed \(500\)/,
      `Check authProvider and the credentials of the cluster in ${clusters}`,
    ],
    [
      'the API server does not accept what the plugin sends',
      apiServer(401),
      /^The API server does not accept the token \(401\)/,
      `Check authProvider and the credentials of the cluster in ${clusters}`,
    ],
    [
      'the API server lets the identity of the plugin read nothing',
      apiServer(403),
      /^The API server knows the identity that the Kubernetes plugin uses/,
      'ClusterRole aks-traffic-reader',
    ],
    [
      'the plugin is not there',
      other(404),
      /^The API server does not answer like an API server \(404\)/,
      'Check that the Kubernetes plugin is installed',
    ],
    [
      'something in front of it has a page for it',
      other(200),
      /web page instead of JSON/,
      'Check that the Kubernetes plugin is installed',
    ],
    [
      'something in between fails',
      other(502),
      /^The API server failed \(502\)/,
      'Check what stands between the backends and the API server',
    ],
    [
      'nothing comes in time',
      () => {},
      /^The Kubernetes plugin did not answer/,
      'the backend of the Kubernetes plugin reaches it',
    ],
  ])(
    'names the settings that matter when %s',
    async (_, handler, what, way) => {
      const gap = await gapOf(handler);

      expect(gap).toMatch(what);
      expect(gap).toContain(way);
      expect(gap).not.toMatch(/Entra|Azure|authorised IP/);
    },
  );

  it('names the plugin when nothing answers at its address', async () => {
    const gap = await gapOf(() => {}, 1);

    expect(gap).toMatch(/^The Kubernetes plugin refused the connection/);
    expect(gap).toContain('discovery');
  });
});

describe('what is said of another cluster, in front of which something answers as a backend of Backstage does', () => {
  let server: TestServer | undefined;

  afterEach(() => server?.close());

  async function observe(handler: Handler) {
    server = await startServer(handler);
    const { environment } = server;
    return observeClusterWith(
      {
        location: testLocation({ source: 'azure' }),
        limits: { maxAttempts: 1 },
        signal: new AbortController().signal,
      },
      { environment },
    );
  }

  it.each([
    [401, 'AuthenticationError', /^The API server does not accept the token/],
    [404, 'NotFoundError', /^The API server does not answer like an API/],
    [500, 'Error', /^The API server failed \(500\)/],
  ])('names no plugin for %s', async (status, name, what) => {
    const { gaps } = await observe(plugin(status, name, 'no such route'));

    expect(gaps).toEqual([expect.stringMatching(what)]);
    expect(gaps[0]).not.toMatch(/plugin|no such route/);
  });

  it('is read kind by kind where discovery alone is forbidden', async () => {
    const { coverage, reads } = await observe((request, response) => {
      if (request.url === '/apis') {
        plugin(403, 'NotAllowedError', 'no such route')(request, response);
      } else if (request.url?.startsWith('/api/v1/services?')) {
        sendJson(response, { kind: 'ServiceList', items: [] });
      } else {
        apiServer(403)(request, response);
      }
    });

    expect(coverage).toBe('partial');
    expect(
      reads
        .filter(({ state }) => state === 'complete')
        .map(({ resource }) => resource),
    ).toEqual(['services']);
  });
});
