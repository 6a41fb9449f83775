import { mockServices } from '@backstage/backend-test-utils';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { KubernetesPluginSource } from './KubernetesPluginSource';

const armId =
  '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/shop';

describe('KubernetesPluginSource', () => {
  let server: Server | undefined;
  let requests: IncomingMessage[] = [];

  async function sourceWith(
    status: number,
    answer: unknown,
    armIds: [string, string][] = [],
  ): Promise<{ source: KubernetesPluginSource; base: string }> {
    requests = [];
    server = createServer((request, response) => {
      requests.push(request);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>(done => server!.listen(0, '127.0.0.1', done));
    const base = `http://127.0.0.1:${
      (server.address() as AddressInfo).port
    }/api/kubernetes`;
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async () => base,
    });
    return {
      base,
      source: new KubernetesPluginSource({
        auth: mockServices.auth({ pluginId: 'aks-traffic' }),
        discovery,
        armIds: new Map(armIds),
      }),
    };
  }

  const list = (source: KubernetesPluginSource) =>
    source.list(new AbortController().signal);

  afterEach(() => {
    server?.close();
    server = undefined;
  });

  it('finds clusters behind the proxy of the plugin, with their resource ids', async () => {
    const { source, base } = await sourceWith(
      200,
      { items: [{ name: 'shop', authProvider: 'serviceAccount' }] },
      [
        ['shop', armId],
        ['gone', armId],
      ],
    );

    const { clusters, gaps, hints } = await list(source);

    expect(clusters).toEqual([
      {
        name: 'shop',
        armId,
        source: 'kubernetes-plugin',
        server: `${base}/proxy`,
        kubernetesPluginCluster: 'shop',
        access: { kind: 'token', getToken: expect.any(Function) },
      },
    ]);
    expect(gaps).toEqual([]);
    expect(hints).toEqual([
      'aksTraffic.kubernetesPlugin.armIds names gone, which the Kubernetes plugin does not know.',
    ]);
    expect(requests[0].url).toBe('/api/kubernetes/clusters');
    expect(requests[0].headers.authorization).toMatch(/^Bearer mock-service/);
  });

  it.each([
    ['shop', 'oidc', 'signs users in to it (authProvider oidc)'],
    ['shöp', 'serviceAccount', 'characters that a header cannot carry'],
  ])(
    'knows cluster %s with authProvider %s and says why it cannot be read',
    async (name, authProvider, why) => {
      const { source } = await sourceWith(200, {
        items: [{ name, authProvider }],
      });

      const { clusters } = await list(source);

      expect(clusters).toEqual([
        {
          name,
          armId: undefined,
          source: 'kubernetes-plugin',
          access: { kind: 'none', gap: expect.stringContaining(why) },
        },
      ]);
    },
  );

  it.each([
    ['refuses', 403, { error: { name: 'NotAllowedError', message: 'no' } }],
    ['is not installed', 404, {}],
    ['answers something else', 200, { clusters: [] }],
  ])('fails when the plugin %s', async (_, status, answer) => {
    const { source } = await sourceWith(status, answer);
    await expect(list(source)).rejects.toThrow();
  });
});
