import {
  ServiceTraffic,
  waiverCovers,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { StoredWaiver, waiverState } from '../../../waivers/waiverState';
import { serviceId } from '../../serviceId';
import { DbServiceRow, DbWaiverRow } from '../../tables';
import { toStoredWaiver, toWaiverRow } from '../../waiverConversion';
import { WaiverCreation } from '../../waiverTypes';
import { markChanged } from '../revision/markChanged';
import { applyWaivers } from './applyWaivers';
import { lockClusters } from './lockClusters';

/** Waives a finding, see the interface. */
export async function createWaiver(options: {
  tx: Knex.Transaction;
  waiver: Omit<StoredWaiver, 'id'>;
  now: Date;
}): Promise<WaiverCreation> {
  const { tx, now } = options;
  const { cluster, ruleId, subject } = options.waiver;
  const id = serviceId(options.waiver);
  // Two requests for one finding follow each other, and so do a request and a new snapshot.
  await lockClusters({ tx, clusters: [cluster] });
  const row = await tx<DbServiceRow>('services')
    .select('body')
    .where({ id })
    .first();
  if (!row) {
    return { outcome: 'no-service' };
  }
  const { findings }: ServiceTraffic = JSON.parse(row.body);
  if (!findings.some(finding => waiverCovers(options.waiver, finding))) {
    const ruleIds = findings.map(finding => finding.ruleId);
    return { outcome: 'no-finding', ruleIds: [...new Set(ruleIds)].sort() };
  }
  const earlier = await tx<DbWaiverRow>('waivers').where({
    service_id: id,
    rule_id: ruleId,
  });
  // One that is about less does not stand in the way of one that is about more.
  const active = earlier
    .map(toStoredWaiver)
    .filter(each => waiverState(each, now) === 'active')
    .find(
      each =>
        each.subject === undefined ||
        (subject !== undefined && waiverCovers(each, { ruleId, subject })),
    );
  if (active) {
    return { outcome: 'waived', waiver: active };
  }
  const created = toWaiverRow({ ...options.waiver, id: randomUUID() });
  await tx<DbWaiverRow>('waivers').insert(created);
  await applyWaivers({ tx, serviceIds: [id], now });
  await markChanged({ tx, cluster });
  return { outcome: 'created', waiver: toStoredWaiver(created) };
}
