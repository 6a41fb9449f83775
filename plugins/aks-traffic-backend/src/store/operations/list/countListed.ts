import { Knex } from 'knex';
import { ListScope } from '../../listTypes';
import { selectPresent } from './selectListed';

/** Counts the Services that match, see the interface. */
export async function countListed(
  options: ListScope & { tx: Knex },
): Promise<number> {
  const [{ services }] = await selectPresent(options.tx, options).count({
    services: '*',
  });
  // PostgreSQL gives text, because its numbers may be larger than ours.
  return Number(services);
}
