import { randomUUID } from 'node:crypto';
import { DbClusterRow } from '../../tables';

/**
 * The column that tells other readers of the database, other replicas among them, that something changed of what is
 * said of a cluster. Goes with every such change, in its transaction.
 */
export function newRevision(): Pick<DbClusterRow, 'revision'> {
  return { revision: randomUUID() };
}
