import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { effectiveRisk } from '../../../waivers/effectiveRisk';
import { riskColumns } from '../../orders';
import {
  DbNoticeRow,
  DbServiceListRow,
  DbServiceRow,
  DbWaiverRow,
} from '../../tables';
import { toWaivedFinding } from '../../waiverConversion';
import { chunksOf } from '../chunksOf';

/**
 * Brings what the list says of some Services up to date with the waivers of their findings. The clusters of the
 * Services must be locked.
 */
export async function applyWaivers(options: {
  tx: Knex.Transaction;
  serviceIds: readonly string[];
  now: Date;
}): Promise<void> {
  const { tx } = options;
  const now = options.now.toISOString();
  for (const ids of chunksOf(options.serviceIds)) {
    const waivers = await tx<DbWaiverRow>('waivers')
      .select('id', 'service_id', 'rule_id', 'subject', 'applied')
      .select('expires_at', 'revoked_at')
      .whereIn('service_id', ids)
      .where(either =>
        either
          .where('applied', true)
          .orWhere(active =>
            active.whereNull('revoked_at').where('expires_at', '>', now),
          ),
      );
    const active = waivers.filter(
      ({ revoked_at, expires_at }) => revoked_at === null && expires_at > now,
    );
    const touched = [...new Set(waivers.map(({ service_id }) => service_id))];
    await writeListColumns({ tx, ids: touched, active });
    // What owners are told depends on what is waived.
    await tx<DbNoticeRow>('notices')
      .whereIn('service_id', touched)
      .update({ next_on: '' });
    const ended = waivers.filter(waiver => !active.includes(waiver));
    await setApplied({ tx, waivers: active, applied: true });
    await setApplied({ tx, waivers: ended, applied: false });
  }
}

async function writeListColumns(options: {
  tx: Knex.Transaction;
  ids: string[];
  active: readonly Pick<DbWaiverRow, 'service_id' | 'rule_id' | 'subject'>[];
}): Promise<void> {
  const { tx, ids, active } = options;
  const rows = await tx<DbServiceRow>('services')
    .select('id', 'body', 'read_whole')
    .whereIn('id', ids);
  for (const { id, body, read_whole } of rows) {
    const service: ServiceTraffic = JSON.parse(body);
    const { risk, waived } = effectiveRisk({
      service,
      readWhole: Boolean(read_whole),
      waivers: active
        .filter(({ service_id }) => service_id === id)
        .map(toWaivedFinding),
    });
    await tx<DbServiceListRow>('service_list')
      .where({ service_id: id })
      .update({ ...riskColumns(risk), waivers: waived });
  }
}

async function setApplied(options: {
  tx: Knex.Transaction;
  waivers: readonly Pick<DbWaiverRow, 'id' | 'applied'>[];
  applied: boolean;
}): Promise<void> {
  const { tx, waivers, applied } = options;
  const ids = waivers
    .filter(waiver => Boolean(waiver.applied) !== applied)
    .map(({ id }) => id);
  for (const chunk of chunksOf(ids)) {
    await tx<DbWaiverRow>('waivers').whereIn('id', chunk).update({ applied });
  }
}
