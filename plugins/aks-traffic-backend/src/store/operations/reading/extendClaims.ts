import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';

/** Moves the end of claims on; those that somebody else has taken over are left alone. */
export async function extendClaims(options: {
  tx: Knex;
  tokens: readonly string[];
  until: Date;
}): Promise<void> {
  const { tx, tokens, until } = options;
  await tx<DbClusterRow>('clusters')
    .whereIn('claim', [...tokens])
    .update({ claimed_until: until.toISOString() });
}
