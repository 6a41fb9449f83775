import knex, { Knex } from 'knex';
import { silentLogger } from './silentLogger';
import { discovery } from '../../../__testUtils__/observation';
import { createClusterClaims } from '../../../claims/clusterClaims';
import { createLookClaims } from '../../../claims/lookClaims';
import { DefaultLookStore } from '../../../store/DefaultLookStore';
import { DiscoverTask } from '../../../sweep/DiscoverTask';
import { Discoveries } from '../../../sweep/Discoveries';
import { ShardTask } from '../../../sweep/ShardTask';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';
import { openDatabase } from '../../../store/openDatabase';
import { Replacement } from '../../../store/types';

/** What a process that is going to be killed is to do, as JSON in its first argument. */
export interface VictimOrder {
  connection: unknown;
  work:
    | { kind: 'migrate' }
    /** Reads some of these clusters, and never comes to an end with them. */
    | { kind: 'read'; clusters: string[]; window: number; claimForMs: number }
    /** Looks for clusters, and never comes to an end with it. */
    | { kind: 'look'; claimForMs: number }
    | { kind: 'replace'; replacement: Omit<Replacement, 'analysedAt'> };
}

const clock = () => new Date();

async function obey({ connection, work }: VictimOrder): Promise<void> {
  const client = knex({ client: 'pg', connection: connection as string });
  if (work.kind === 'migrate') {
    await openDatabase({ getClient: async () => client });
  } else if (work.kind === 'read') {
    await read(client, work);
  } else if (work.kind === 'look') {
    await look(client, work);
  } else {
    await new DefaultTrafficStore(client).replaceCluster({
      ...work.replacement,
      analysedAt: new Date(),
    });
  }
  await client.destroy();
}

async function read(
  client: Knex,
  work: Extract<VictimOrder['work'], { kind: 'read' }>,
): Promise<void> {
  const { signal } = new AbortController();
  const store = new DefaultTrafficStore(client);
  await new ShardTask({
    ...work,
    claims: createClusterClaims({ ...work, store }),
    shard: { index: 0, count: 1 },
    store,
    discoveries: new Discoveries({
      store,
      collector: {
        discover: async () => discovery(work.clusters),
        observe: () => new Promise(() => {}),
      },
    }),
    reader: { read: () => new Promise(() => {}) },
    beginWithinMs: 60_000,
    clock,
  }).run(signal);
}

async function look(
  client: Knex,
  { claimForMs }: Extract<VictimOrder['work'], { kind: 'look' }>,
): Promise<void> {
  const store = new DefaultTrafficStore(client);
  const looks = new DefaultLookStore(client);
  const collector = {
    discover: () => new Promise<never>(() => {}),
    observe: () => new Promise<never>(() => {}),
  };
  await new DiscoverTask({
    collector,
    store,
    looks,
    claims: createLookClaims({ looks, claimForMs }),
    discoveries: new Discoveries({ collector, store }),
    logger: silentLogger,
    timeoutMs: 60_000,
    beginSweep: async () => {},
  }).run(new AbortController().signal);
}

if (require.main === module) {
  void obey(JSON.parse(process.argv[2]));
}
