import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { Knex } from 'knex';
import { askAzure, askForToken } from '../__testUtils__/askAzure';
import { askEverything } from '../__testUtils__/askEverything';
import { azureConfiguration } from '../__testUtils__/azureConfiguration';
import {
  ContosoBackend,
  startContosoBackend,
} from '../__testUtils__/contosoBackend';
import {
  credentialsOf,
  shapes,
  writtenForms,
} from '../__testUtils__/credentials';
import { eventually } from '../__testUtils__/eventually';
import { createContract } from '../__testUtils__/openApi';
import { Recorder } from '../__testUtils__/Recorder';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { createTestDatabases } from '../__testUtils__/storeTest';

jest.setTimeout(240_000);

const databases = createTestDatabases();
const contract = createContract();

/** Values that stand in configuration and in clusters, and must be nowhere else. */
const planted = {
  wrongToken: 'planted-token-of-app-config',
  fileToken: 'planted-token-of-a-file',
  brokenFile: 'planted-token-of-a-broken-file',
  databasePassword: 'planted-password-of-the-database',
};

const role = `planted_${process.pid}`;

/** A value of an annotation that only owners may see: logs are read by others. */
const snippet = 'planted-snippet-of-shop';

/** One way to fail for each cluster. */
const clusterFaults: Record<string, object> = {
  'factory-edge-01': { kind: 'echo' },
  'aks-shop-prod-weu': { kind: 'unauthorized' },
  'aks-orders-prod-neu': { kind: 'forbidden' },
  'aks-mesh-prod-neu': {
    kind: 'redirect',
    location: 'https://localhost:1/elsewhere',
  },
  'aks-edge-prod-weu': { kind: 'html' },
  'aks-factory-prod-gwc': { kind: 'refuse' },
  'aks-hybrid-prod-gwc': { kind: 'hang' },
  'aks-legacy-prod-weu': { kind: 'cut', fraction: 0.5 },
  'aks-vault-prod-sdc': { kind: 'nonsense' },
  'aks-web-auto-sdc': { kind: 'echo' },
};

let simulator: RunningSimulator;
let folder: string;
let secrets: (string | RegExp)[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-planted-'));
  simulator = await startSimulator([
    ...['--estate', 'contoso', '--query-quota', '0'],
  ]);
  secrets = [
    ...Object.values(planted).flatMap(writtenForms),
    ...(await credentialsOf(simulator)),
  ];
  await simulator.request('PUT', '/clusters/aks-shop-prod-weu/objects', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: 'planted',
      namespace: 'shop',
      annotations: {
        'nginx.ingress.kubernetes.io/server-snippet': `return 200 ${snippet};`,
      },
    },
    spec: {
      ingressClassName: 'webapprouting.kubernetes.azure.com',
      defaultBackend: { service: { name: 'storefront', port: { number: 80 } } },
    },
  });
});

afterAll(async () => {
  await simulator?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function tokenFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Clusters of app-config that are refused, each for another credential. */
function brokenClusters() {
  const { server: url, caFile } = simulator.clusters.find(
    ({ serviceAccountToken }) => serviceAccountToken,
  )!;
  const at = { url, caFile };
  return [
    { ...at, name: 'wrong-token', serviceAccountToken: planted.wrongToken },
    {
      ...at,
      name: 'wrong-file',
      tokenFile: tokenFile('token', `${planted.fileToken}\n`),
    },
    {
      ...at,
      name: 'broken-file',
      tokenFile: tokenFile('broken', `${planted.brokenFile}\nmore`),
    },
    { ...at, name: 'no-file', tokenFile: join(folder, 'none') },
    {
      name: 'untrusted',
      url,
      serviceAccountToken: planted.wrongToken,
    },
    {
      ...at,
      name: 'closed',
      url: 'https://localhost:1',
      serviceAccountToken: planted.wrongToken,
    },
  ];
}

/** A connection to the same database, by a password that nobody may learn. */
async function connectWithPassword(id: string, client: Knex): Promise<Knex> {
  if (id === 'SQLITE_3') {
    return client;
  }
  await client.raw(
    `CREATE ROLE ${role} LOGIN SUPERUSER PASSWORD '${planted.databasePassword}'`,
  );
  const { connection } = client.client.config;
  return knex({
    client: 'pg',
    connection: {
      ...connection,
      user: role,
      password: planted.databasePassword,
    },
  });
}

it('looks for what credentials of the simulated Azure look like', async () => {
  const token = await askForToken(simulator);
  expect(token).toMatch(shapes.entraToken);
  expect(`Bearer ${token}`).toMatch(shapes.bearer);

  const answer = await askAzure(simulator, {
    path: '/subscriptions/6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d03/resourceGroups/rg-oldlab-dev-weu/providers/Microsoft.ContainerService/managedClusters/aks-oldlab-dev-weu/listClusterUserCredential?api-version=2025-05-01',
    token,
  });
  const kubeconfig = Buffer.from(
    JSON.parse(answer).kubeconfigs[0].value,
    'base64',
  ).toString();
  const key = /client-key-data: (\S+)/.exec(kubeconfig)![1];
  expect(key).toMatch(shapes.privateKey);
  expect(Buffer.from(key, 'base64').toString()).toMatch(shapes.privateKey);
});

describe.each(databases.eachSupportedId())('with %s, credentials', id => {
  let admin: Knex;
  let client: Knex;
  let backend: ContosoBackend;
  const recorder = new Recorder();

  const start = (on: Knex) =>
    startContosoBackend({
      client: on,
      simulator,
      contract,
      clusters: brokenClusters(),
      settings: {
        // Most of what is tried here fails, and some of it by never answering.
        azure: { ...azureConfiguration(simulator), timeout: '8s' },
        kubernetes: { requestTimeout: '1s', clusterTimeout: '4s' },
      },
      features: recorder.features,
    });

  beforeAll(async () => {
    admin = await databases.init(id);
    client = await connectWithPassword(id, admin);
    backend = await start(client);
    await backend.sweepAll();
    await backend.linkAll();
  });

  afterEach(() => simulator.request('DELETE', '/faults'));

  afterAll(() => client?.destroy());

  const putFault = (target: string, effect: object, resource?: string) =>
    simulator.request('PUT', `/faults/${target}-${resource ?? ''}`, {
      target,
      effect,
      resource,
    });

  const ask = () =>
    askEverything(backend, {
      recorder,
      contract,
      cluster: 'aks-shop-prod-weu',
      component: 'storefront',
    });

  /** Everything that holds a credential, of what was said so far and of what is answered and stored now. */
  async function leaks(): Promise<string[]> {
    await ask();
    await recorder.noteTables(client);
    return recorder.linesWith(secrets);
  }

  it('are nowhere while all goes well', async () => {
    expect(await leaks()).toEqual([]);
  });

  it('are nowhere while every cluster fails in its own way', async () => {
    for (const [target, effect] of Object.entries(clusterFaults)) {
      await putFault(target, effect);
    }
    // Refused tokens are asked for anew.
    await putFault('entra', { kind: 'echo' });
    await backend.sweepAll();
    expect(await leaks()).toEqual([]);
    expect(JSON.stringify((await backend.clusters()).items)).toContain(
      'cannot handle GET',
    );
  });

  // What Azure answers does not depend on the database.
  if (id === 'SQLITE_3') {
    it('are nowhere when Azure hands out kubeconfigs that cannot be read', async () => {
      // Addresses of clusters that could not be reached are asked for anew.
      await putFault(
        'arm',
        {
          kind: 'rewrite',
          text: '"value":"',
          by: `"value":"${Buffer.from(
            `users: [{token: ${planted.fileToken}\n`,
          ).toString('base64')}`,
        },
        'listClusterUserCredential',
      );
      await backend.sweepAll();
      expect(await leaks()).toEqual([]);
      expect(JSON.stringify((await backend.clusters()).items)).toContain(
        'kubeconfig',
      );
    });

    it.each([
      [{ kind: 'echo' }, { kind: 'echo' }],
      [{ kind: 'unauthorized' }, { kind: 'html' }],
      [
        { kind: 'html' },
        { kind: 'redirect', location: 'https://localhost:1/elsewhere' },
      ],
    ])(
      'are nowhere while Resource Graph fails with %j and Resource Manager with %j',
      async (ofGraph, ofManager) => {
        await putFault('resource-graph', ofGraph);
        await putFault('arm', ofManager);
        await backend.sweepAll();
        expect(await leaks()).toEqual([]);
      },
    );

    it('are nowhere when the backend starts while Entra ID repeats what it was sent', async () => {
      await putFault('entra', { kind: 'echo' });
      const fresh = await databases.init('SQLITE_3');
      const started = await start(fresh);
      await started.sweepAll();
      await recorder.noteTables(fresh);
      expect(await fresh('clusters').count({ n: '*' })).toEqual([{ n: 7 }]);
      expect(await leaks()).toEqual([]);
    });
  }

  it('and values of annotations are nowhere in the logs when a write fails', async () => {
    expect(recorder.places().get('table objects')).toContain(snippet);
    await client.schema.renameTable('objects', 'objects_elsewhere');
    await client('clusters').update({
      attempted_at: '2026-01-01T00:00:00.000Z',
    });
    await backend.sweep();
    await eventually(async () =>
      expect(recorder.places().get('log error')).toMatch(/objects/),
    );
    await ask();
    await client.schema.renameTable('objects_elsewhere', 'objects');

    const inLogs = [...recorder.places()].filter(([place]) =>
      place.startsWith('log'),
    );
    expect(inLogs.filter(([, text]) => text.includes(snippet))).toEqual([]);
    expect(recorder.linesWith(secrets)).toEqual([]);
  });

  it('are nowhere when the database is gone', async () => {
    await (id === 'SQLITE_3'
      ? client.destroy()
      : admin
          .raw(`ALTER ROLE ${role} NOLOGIN`)
          .then(() =>
            admin.raw(
              'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ?',
              [role],
            ),
          ));
    await ask();
    const answers = recorder.places().get('answer get /v1/services');
    expect(answers?.split('\n').some(line => line.startsWith('500 '))).toBe(
      true,
    );
    expect(recorder.linesWith(secrets)).toEqual([]);
  });

  it('were looked for in logs of all levels, audit events, metrics, answers and tables', () => {
    expect([...recorder.places().keys()].sort()).toEqual(
      expect.arrayContaining([
        'answer get /v1/clusters',
        'answer post /v1/clusters/{name}/refresh',
        'answer post /v1/waivers',
        'log debug',
        'log error',
        'log info',
        'log warn',
        'metrics',
        'table clusters',
        'table discoveries',
        'table services',
      ]),
    );
    expect(recorder.places().get('log info')).toContain('refresh');
  });
});
