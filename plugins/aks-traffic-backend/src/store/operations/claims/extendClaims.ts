import { Knex } from 'knex';

/** Moves the end of claims on; those that somebody else has taken over are left alone. */
export async function extendClaims(options: {
  tx: Knex;
  table: 'clusters' | 'looks';
  /** Primary key of the table. */
  key: string;
  tokens: readonly string[];
  until: Date;
}): Promise<void> {
  const { tx, table, key, tokens, until } = options;
  const held = tx(table)
    .select(key)
    .whereIn('claim', [...tokens]);
  if (tx.client.config.client === 'pg') {
    // A row that is locked is being written. Waiting for it would let the other claims lapse, and could be waited for in
    // a circle by who locks many.
    held.forUpdate().skipLocked();
  }
  await tx(table)
    .whereIn(key, held)
    .whereIn('claim', [...tokens])
    .update({ claimed_until: until.toISOString() });
}
