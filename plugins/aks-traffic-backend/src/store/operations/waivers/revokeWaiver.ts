import { Knex } from 'knex';
import { waiverState } from '../../../waivers/waiverState';
import { toColumnText } from '../../conversion';
import { DbWaiverRow } from '../../tables';
import { toStoredWaiver } from '../../waiverConversion';
import { WaiverRevocation } from '../../waiverTypes';
import { markChanged } from '../revision/markChanged';
import { applyWaivers } from './applyWaivers';
import { lockClusters } from './lockClusters';

/** Takes a waiver back, see the interface. */
export async function revokeWaiver(options: {
  tx: Knex.Transaction;
  id: string;
  revokedBy: string;
  now: Date;
}): Promise<WaiverRevocation> {
  const { tx, id, revokedBy, now } = options;
  const read = () =>
    tx<DbWaiverRow>('waivers')
      .where({ id: toColumnText(id) })
      .first();
  const found = await read();
  if (!found) {
    return { outcome: 'not-found' };
  }
  await lockClusters({ tx, clusters: [found.cluster] });
  // Read again under the lock, since another request may have revoked it meanwhile.
  const row = (await read()) ?? found;
  const waiver = toStoredWaiver(row);
  if (waiverState(waiver, now) !== 'active') {
    return { outcome: 'ended', waiver };
  }
  const revocation = {
    revoked_by: revokedBy,
    revoked_at: now.toISOString(),
  };
  await tx<DbWaiverRow>('waivers').where({ id: row.id }).update(revocation);
  await applyWaivers({ tx, serviceIds: [row.service_id], now });
  await markChanged({ tx, cluster: row.cluster });
  return {
    outcome: 'revoked',
    waiver: toStoredWaiver({ ...row, ...revocation }),
  };
}
