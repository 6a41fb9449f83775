import { mockServices } from '@backstage/backend-test-utils';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  defaultReadLimits,
  observeCluster,
} from 'backstage-plugin-aks-traffic-node';
import { ServiceListItem } from 'backstage-plugin-aks-traffic-common';
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
/** The same cluster, as AKS Traffic is configured with it. */
const ownName = 'factory-edge-directly';
/** Of one resource, only one source would be read. */
const armIdOf = (cluster: string) =>
  `/subscriptions/6f1b5c2e-7d64-4a3e-9d0a-8a4f0d6c1b11/resourceGroups/factory/providers/Microsoft.ContainerService/managedClusters/${cluster}`;

/** The cluster of the estate that is read with a ServiceAccount. */
interface EdgeCluster {
  server: string;
  caFile: string;
  serviceAccountToken: string;
}

let simulator: RunningProgram;
let backend: RunningProgram;
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
  backend = startProgram(
    'plugins/aks-traffic-backend-module-kubernetes/src/__testUtils__/runBackend.ts',
    ['--config', config],
  );
  await backend.firstLine;
});

afterAll(async () => {
  await Promise.all([simulator?.stop(), backend?.stop()]);
  rmSync(folder, { recursive: true });
});

/** Clusters that the plugin is configured with wrongly, by what is wrong. */
function brokenClusters(url: string, caFile: string) {
  const broken = {
    serviceAccountToken: 'wrong',
    authProvider: 'serviceAccount',
  };
  return [
    { ...broken, name: 'wrong-token', url, caFile },
    { ...broken, name: 'untrusted', url },
    { ...broken, name: 'closed', url: 'https://localhost:1', caFile },
  ];
}

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
            ...brokenClusters(server, caFile),
          ],
        },
      ],
    },
    aksTraffic: {
      kubernetesPlugin: { armIds: { [name]: armIdOf(name) } },
      clusters: [
        {
          name: ownName,
          url: server,
          caFile,
          serviceAccountToken,
          armId: armIdOf(ownName),
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

/** What the backend serves of the Services of a cluster, once it has read it; the cluster is called the same. */
async function servicesOf(cluster: string): Promise<ServiceListItem[]> {
  for (;;) {
    const response = await fetch(
      `${base}/api/aks-traffic/v1/export.json?cluster=${cluster}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const { items = [] } = response.ok ? await response.json() : {};
    if (items.length > 0) {
      return JSON.parse(
        JSON.stringify(items).replaceAll(`"${cluster}"`, `"${name}"`),
      );
    }
    await setTimeout(200);
  }
}

/** All but the moment of the reading. */
function verdictOf({ observedAt, ...verdict }: ServiceListItem) {
  expect(observedAt).toBeDefined();
  return verdict;
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

  it('has the same Services in a backend that is configured with both', async () => {
    const direct = await servicesOf(ownName);
    const throughPlugin = await servicesOf(name);

    expect(throughPlugin.map(verdictOf)).toEqual(direct.map(verdictOf));
  });
});

describe('a cluster that the Kubernetes plugin cannot read', () => {
  it.each([
    [
      'wrong-token',
      /^The API server does not accept the token \(401\)\. Check authProvider and the credentials/,
    ],
    [
      'untrusted',
      /^The Kubernetes plugin failed \(500\): Cluster 'untrusted' .*\. Give the cluster's certificate authority as caData or caFile/,
    ],
    [
      'closed',
      /^The Kubernetes plugin failed \(500\): Cluster 'closed' .*\. Check that the cluster runs, its url/,
    ],
    [
      'gone',
      /^The Kubernetes plugin does not know the cluster \(404\): Cluster 'gone' not found\. Check that kubernetes\.clusterLocatorMethods has/,
    ],
  ])('says what of the plugin to set right: %s', async (cluster, gap) => {
    const [found] = await clustersOfPlugin();

    const { gaps } = await report({
      ...found,
      name: cluster,
      kubernetesPluginCluster: cluster,
    });

    expect(gaps).toEqual([expect.stringMatching(gap)]);
  });

  it('says so when the plugin takes no token of this backend', async () => {
    const [found] = await clustersOfPlugin();

    const { gaps } = await report({
      ...found,
      access: {
        kind: 'token',
        getToken: async () => ({ token: 'of another installation' }),
      },
    });

    expect(gaps).toEqual([
      expect.stringMatching(
        /^The Kubernetes plugin does not accept the token \(401\)\. .*same installation/,
      ),
    ]);
  });
});
