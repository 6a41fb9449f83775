import knex, { Knex } from 'knex';
import { discovery } from '../../../__testUtils__/observation';
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
    | { kind: 'replace'; replacement: Omit<Replacement, 'analysedAt'> };
}

async function obey({ connection, work }: VictimOrder): Promise<void> {
  const client = knex({ client: 'pg', connection: connection as string });
  if (work.kind === 'migrate') {
    await openDatabase({ getClient: async () => client });
  } else if (work.kind === 'read') {
    await read(client, work);
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
    clock: () => new Date(),
  }).run(signal);
}

if (require.main === module) {
  void obey(JSON.parse(process.argv[2]));
}
