import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { newRevision } from './newRevision';

/** Lets what is said of a cluster count as changed, where its own row does not change otherwise. */
export async function markChanged(options: {
  tx: Knex.Transaction;
  cluster: string;
}): Promise<void> {
  await options
    .tx<DbClusterRow>('clusters')
    .where({ name: options.cluster })
    .update(newRevision());
}
