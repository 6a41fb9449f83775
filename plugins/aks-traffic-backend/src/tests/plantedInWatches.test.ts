import {
  coreServices,
  createBackendPlugin,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { Knex } from 'knex';
import { askEverything } from '../__testUtils__/askEverything';
import { azureConfiguration } from '../__testUtils__/azureConfiguration';
import {
  ContosoBackend,
  startContosoBackend,
} from '../__testUtils__/contosoBackend';
import { credentialsOf } from '../__testUtils__/credentials';
import { eventually } from '../__testUtils__/eventually';
import { createContract } from '../__testUtils__/openApi';
import { Recorder } from '../__testUtils__/Recorder';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { DbClusterRow, DbWatchRow } from '../store/tables';

jest.setTimeout(240_000);

/** A cluster of app-config, with a token of a ServiceAccount. */
const edge = 'factory-edge-01';

/** Clusters of the one subscription that is read here, with tokens of Entra ID. */
const labs = 'aks-labs-dev-weu';
const appnet = 'aks-appnet-dev-eus2';

const clusters = [edge, labs, appnet];

/** The other cluster of that subscription, which nobody tries to watch. */
const unreadable = 'aks-oldlab-dev-weu';

describe('with clusters that are watched, credentials', () => {
  const recorder = new Recorder();
  const contract = createContract();
  const folder = mkdtempSync(join(tmpdir(), 'aks-traffic-planted-'));
  let simulator: RunningSimulator;
  let client: Knex;
  let backend: ContosoBackend;
  let secrets: (string | RegExp)[];
  let logger: LoggerService;

  /** A plugin that says what a test wants. */
  const talker = createBackendPlugin({
    pluginId: 'talker',
    register: env =>
      env.registerInit({
        deps: { log: coreServices.logger },
        init: async ({ log }) => {
          logger = log;
        },
      }),
  });

  beforeAll(async () => {
    simulator = await startSimulator([
      ...['--estate', 'contoso', '--query-quota', '0'],
    ]);
    secrets = await credentialsOf(simulator);
    client = knex({
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'planted.sqlite') },
      useNullAsDefault: true,
    });
    backend = await startContosoBackend({
      client,
      simulator,
      contract,
      settings: {
        azure: {
          ...azureConfiguration(simulator),
          scope: { subscriptions: ['6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d03'] },
          timeout: '30s',
        },
        watch: { enabled: true },
      },
      features: [...recorder.features, talker],
    });
    await watched();
  });

  afterAll(async () => {
    await backend?.stop();
    await simulator?.stop();
    await client?.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const putFault = (id: string, fault: object) =>
    simulator.request('PUT', `/faults/${id}`, fault);

  const disturb = async (cluster: string, how: string): Promise<number> => {
    const { disturbed } = (await simulator.request(
      'POST',
      `/clusters/${cluster}/watches`,
      { how },
    )) as { disturbed: number };
    return disturbed;
  };

  /** Waits until a server was asked for something, for one resource or any, since the counts were last set to 0. */
  async function asked(wanted: {
    target: string;
    verb: string;
    resource?: string;
  }): Promise<void> {
    await eventually(async () =>
      expect(await simulator.request('GET', '/requests')).toEqual({
        requests: expect.arrayContaining([expect.objectContaining(wanted)]),
      }),
    );
  }

  /** Says of a cluster that is not watched what is known of it. */
  async function problemOf(cluster: string): Promise<string[]> {
    const { open } = (await simulator.request(
      'GET',
      `/clusters/${cluster}/watches`,
    )) as { open: number };
    const watch = await client<DbWatchRow>('watches')
      .where({ cluster })
      .first();
    const row = await client<DbClusterRow>('clusters')
      .where({ name: cluster })
      .first();
    return open > 0 && watch?.watched_since
      ? []
      : [
          `${cluster}: ${open} watches open, ${
            watch?.gap ?? 'taken by nobody'
          }, read with ${row?.failure_gaps ?? 'no outcome yet'}`,
        ];
  }

  async function watched(): Promise<void> {
    await eventually(async () =>
      expect((await Promise.all(clusters.map(problemOf))).flat()).toEqual([]),
    );
  }

  const gapOf = async (cluster: string) =>
    (await client<DbWatchRow>('watches').where({ cluster }).first())?.gap ?? '';

  async function lost(cluster: string): Promise<void> {
    await eventually(async () => expect(await gapOf(cluster)).not.toBe(''));
  }

  /** Adds a Service to every cluster. */
  async function add(name: string): Promise<void> {
    for (const cluster of clusters) {
      await simulator.request('PUT', `/clusters/${cluster}/objects`, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name, namespace: 'default' },
        spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
      });
    }
  }

  async function stored(service: string): Promise<void> {
    await eventually(async () =>
      expect(
        await client('services').where({ service }).pluck('cluster'),
      ).toEqual(expect.arrayContaining(clusters)),
    );
  }

  /** Everything that holds a credential, of what was said so far and of what is answered and stored now. */
  async function leaks(): Promise<string[]> {
    await askEverything(backend, {
      recorder,
      contract,
      cluster: labs,
      component: 'whoami',
    });
    await recorder.noteTables(client);
    recorder.noteFiles(folder);
    return recorder.linesWith(secrets);
  }

  it('are nowhere when all goes well, and what changes is stored', async () => {
    await add('seen-by-watches');
    await stored('seen-by-watches');
    expect(await leaks()).toEqual([]);
  });

  it.each(['echo', 'echo-expired'])(
    'are nowhere when the API servers end all watches with %s, and are listed and watched anew',
    async how => {
      await simulator.request('DELETE', '/requests');
      for (const cluster of clusters) {
        expect(await disturb(cluster, how)).toBeGreaterThan(5);
      }
      for (const target of clusters) {
        const verb = how === 'echo' ? 'watch' : 'list';
        await asked({ target, verb, resource: 'services' });
      }
      await watched();
      expect(await leaks()).toEqual([]);
    },
  );

  it('are nowhere when an API server refuses watches in several ways, and repeats what it was sent', async () => {
    await simulator.request('DELETE', '/requests');
    const refusals = { services: 410, pods: 401, ingresses: 500 };
    for (const [resource, status] of Object.entries(refusals)) {
      const effect = { kind: 'echo', status };
      await putFault(resource, {
        target: edge,
        resource,
        verb: 'watch',
        effect,
      });
    }
    for (const resource of Object.keys(refusals)) {
      await asked({ target: edge, verb: 'echoed', resource });
    }
    await simulator.request('DELETE', '/faults');
    await watched();
    expect(await leaks()).toEqual([]);
  });

  it('are nowhere when watches are given up because of what API servers and Entra ID repeat', async () => {
    await simulator.request('DELETE', '/requests');
    await putFault('labs', {
      target: labs,
      verb: 'watch',
      effect: { kind: 'echo', encoding: 'base64' },
    });
    await putFault('entra', {
      target: 'entra',
      resource: 'token',
      effect: { kind: 'echo', status: 400 },
    });
    await putFault('appnet', {
      target: appnet,
      verb: 'watch',
      effect: { kind: 'echo', status: 401 },
    });
    await eventually(async () => {
      await disturb(edge, 'echo');
      expect(await gapOf(edge)).not.toBe('');
    });
    await lost(labs);
    await lost(appnet);
    for (const target of [labs, appnet, 'entra']) {
      await asked({ target, verb: 'echoed' });
    }

    expect(await leaks()).toEqual([]);
    expect(await gapOf(edge)).toMatch(
      /ended the watch: cannot handle GET authorization: Bearer \(withheld\) \|/,
    );
    expect(await gapOf(labs)).toMatch(
      /failed \(500\): cannot handle GET \(withheld\)$/,
    );
    // The secret stands after what is kept of these words.
    expect(await gapOf(appnet)).toMatch(
      /Entra ID gave no token: .*cannot handle POST client_id=/,
    );
  });

  it('are nowhere when what was watched is read in turn, and what is repeated is written as in an address', async () => {
    await simulator.request('DELETE', '/faults');
    await simulator.request('DELETE', '/requests');
    await putFault('labs', {
      target: labs,
      verb: 'list',
      resource: 'services',
      effect: { kind: 'echo', status: 400, encoding: 'url' },
    });
    await eventually(async () => {
      // It is read when its watch is given up, and could be read again after a while.
      await client<DbClusterRow>('clusters')
        .where({ name: labs })
        .update({ attempted_at: '2026-01-01T00:00:00.000Z' });
      await backend.refresh(labs);
    });
    await asked({ target: labs, verb: 'echoed' });
    await eventually(async () =>
      expect(JSON.stringify((await backend.clusters()).items)).toMatch(
        /refused the request \(400\): cannot handle GET authorization\S+\(withheld\)/,
      ),
    );
    await simulator.request('DELETE', '/faults');
    await add('seen-in-turn');
    await backend.sweep();
    await stored('seen-in-turn');
    expect(await leaks()).toEqual([]);
  });

  it('were looked for where anything was said of watches', () => {
    const places = recorder.places();
    expect(places.get('log warn')).toContain('is read in turn from now on');
    expect(places.get('log info')).toContain('refresh');
    expect(places.get('metrics')).toContain('aks_traffic.watch.restarts');
    expect(places.get('signals')).toContain('topics');
    for (const place of [
      'answer get /v1/clusters',
      'table watches',
      'file planted.sqlite',
    ]) {
      expect(places.get(place)).toContain('cannot handle GET');
    }
  });

  it('would have been found in the logs, the database and what is answered', async () => {
    const { serviceAccountToken } = simulator.clusters.find(
      ({ name }) => name === edge,
    )!;
    expect(await leaks()).toEqual([]);
    logger.debug('failed', new Error(serviceAccountToken));
    await client<DbWatchRow>('watches').insert({
      cluster: unreadable,
      gap: Buffer.from(`a ${serviceAccountToken} b`).toString('base64'),
    });
    const found = (await leaks()).map(line => line.split(':')[0]);
    expect(new Set(found)).toEqual(
      new Set([
        'answer get /v1/clusters',
        'log debug',
        'table watches',
        'file planted.sqlite',
      ]),
    );
  });
});
