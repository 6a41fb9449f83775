import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

/**
 * Gives a cluster back unread and asks for it again, because claiming it has marked it as tried. A claim that another
 * reader holds by now is left alone.
 */
export async function releaseClaim(options: {
  tx: Knex;
  cluster: string;
  token: string;
  now: Date;
}): Promise<void> {
  await options
    .tx<DbClusterRow>('clusters')
    .where({ name: options.cluster, claim: options.token })
    .update({
      claim: null,
      claimed_until: null,
      requested_at: options.now.toISOString(),
    });
}
