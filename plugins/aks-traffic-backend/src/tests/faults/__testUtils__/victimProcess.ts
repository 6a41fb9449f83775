import knex from 'knex';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';
import { openDatabase } from '../../../store/openDatabase';
import { Replacement } from '../../../store/types';

/** What a process that is going to be killed is to do, as JSON in its first argument. */
export interface VictimOrder {
  connection: unknown;
  work:
    | { kind: 'migrate' }
    | { kind: 'replace'; replacement: Omit<Replacement, 'analysedAt'> };
}

async function obey({ connection, work }: VictimOrder): Promise<void> {
  const client = knex({ client: 'pg', connection: connection as string });
  if (work.kind === 'migrate') {
    await openDatabase({ getClient: async () => client });
  } else {
    await new DefaultTrafficStore(client).replaceCluster({
      ...work.replacement,
      analysedAt: new Date(),
    });
  }
  await client.destroy();
}

if (require.main === module) {
  void obey(JSON.parse(process.argv[2]));
}
