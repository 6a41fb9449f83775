import { Knex } from 'knex';
import { DbClusterRow } from '../../tables';
import { RequestResult } from '../../types';

/** Asks for a cluster to be read before its time, see the interface. */
export async function requestReading(options: {
  tx: Knex.Transaction;
  cluster: string;
  now: Date;
  freshAfter: Date;
}): Promise<RequestResult> {
  const { tx, cluster } = options;
  const now = options.now.toISOString();
  const row = await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .forUpdate()
    .first();
  if (!row) {
    return { outcome: 'not-found' };
  }
  if (row.missing_since !== null) {
    return { outcome: 'missing', reason: row.missing_reason ?? '' };
  }
  const reading = row.claimed_until !== null && row.claimed_until > now;
  if (reading || row.requested_at !== null) {
    return { outcome: 'under-way' };
  }
  if (
    row.attempted_at !== null &&
    row.attempted_at > options.freshAfter.toISOString()
  ) {
    return { outcome: 'too-soon', attemptedAt: row.attempted_at };
  }
  await tx<DbClusterRow>('clusters')
    .where({ name: cluster })
    .update({ requested_at: now });
  return { outcome: 'queued' };
}
