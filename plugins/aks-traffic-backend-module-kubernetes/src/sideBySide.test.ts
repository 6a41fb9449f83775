import { mockServices } from '@backstage/backend-test-utils';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  defaultReadLimits,
  observeCluster,
} from 'backstage-plugin-aks-traffic-node';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { RunningProgram, startProgram } from './__testUtils__/startProgram';
import { KubernetesPluginSource } from './KubernetesPluginSource';

jest.setTimeout(120_000);

const token = 'a-token-that-only-this-test-knows';
const name = 'factory-edge';

/** The cluster of the estate that is read with a ServiceAccount. */
interface EdgeCluster {
  server: string;
  caFile: string;
  serviceAccountToken: string;
}

let simulator: RunningProgram;
let kubernetesPlugin: RunningProgram;
let edge: EdgeCluster;
let base: string;
const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-kubernetes-'));

beforeAll(async () => {
  simulator = startProgram('packages/simulator/src/main.ts', [
    ...['serve', '--estate', 'contoso'],
  ]);
  const { clusters } = JSON.parse(await simulator.firstLine);
  edge = clusters.find(
    (cluster: Partial<EdgeCluster>) => cluster.serviceAccountToken,
  );
  base = `http://127.0.0.1:${await freePort()}`;
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(configurationOf(edge)));
  kubernetesPlugin = startProgram(
    'plugins/aks-traffic-backend-module-kubernetes/src/__testUtils__/runKubernetesPlugin.ts',
    ['--config', config],
  );
  await kubernetesPlugin.firstLine;
});

afterAll(async () => {
  await Promise.all([simulator?.stop(), kubernetesPlugin?.stop()]);
  rmSync(folder, { recursive: true });
});

function configurationOf({ server, caFile, serviceAccountToken }: EdgeCluster) {
  const { hostname: host, port } = new URL(base);
  return {
    app: { baseUrl: base },
    backend: {
      baseUrl: base,
      listen: { host, port: Number(port) },
      database: { client: 'better-sqlite3', connection: ':memory:' },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'aks-traffic' } },
        ],
      },
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name,
              url: server,
              caFile,
              serviceAccountToken,
              authProvider: 'serviceAccount',
            },
          ],
        },
      ],
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

/** As the plugin tells them, once it is up. */
async function clustersOfPlugin(): Promise<ClusterLocation[]> {
  const source = new KubernetesPluginSource({
    auth: Object.assign(mockServices.auth.mock(), {
      getPluginRequestToken: async () => ({ token }),
    }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `${base}/api/${pluginId}`,
    }),
    armIds: new Map(),
  });
  for (;;) {
    try {
      const { clusters } = await source.list(new AbortController().signal);
      return clusters;
    } catch {
      await setTimeout(200);
    }
  }
}

async function report(location: ClusterLocation) {
  const observation = await observeCluster({
    location,
    limits: defaultReadLimits,
    signal: new AbortController().signal,
  });
  const { coverage, gaps } = observation;
  const { cluster, services, assessments, orphans } = analyzeCluster(
    observation,
    { rows: [], gaps: [], readTypes: [] },
    { now: new Date('2026-11-28T12:00:00Z') },
  );
  return { coverage, gaps, cluster, services, assessments, orphans };
}

describe('a cluster that two sources know', () => {
  it('has the same report through the Kubernetes plugin as from its API server', async () => {
    const [throughPlugin] = await clustersOfPlugin();
    const directly = await report({
      name,
      source: 'config',
      server: edge.server,
      caData: readFileSync(edge.caFile, 'utf8'),
      access: {
        kind: 'token',
        getToken: async () => ({ token: edge.serviceAccountToken }),
      },
    });

    expect(directly.coverage).toBe('complete');
    expect(directly.services.length).toBeGreaterThan(0);
    expect(await report(throughPlugin)).toEqual(directly);
  });
});
