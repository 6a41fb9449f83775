import { StoredWaiver } from '../waivers/waiverState';
import { toColumnText } from './conversion';
import { serviceId } from './serviceId';
import { DbWaiverRow } from './tables';

/** Which findings of its Service a waiver row is about. */
export function toWaivedFinding({
  rule_id,
  subject,
}: Pick<DbWaiverRow, 'rule_id' | 'subject'>): Pick<
  StoredWaiver,
  'ruleId' | 'subject'
> {
  return {
    ruleId: rule_id,
    ...(subject !== null && { subject: JSON.parse(subject) }),
  };
}

/** A waiver row as the rest of the backend knows it. */
export function toStoredWaiver(row: DbWaiverRow): StoredWaiver {
  return {
    id: row.id,
    cluster: row.cluster,
    namespace: row.namespace,
    service: row.service,
    ...toWaivedFinding(row),
    reason: row.reason,
    owner: row.owner,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.revoked_at !== null && {
      revokedBy: row.revoked_by ?? '',
      revokedAt: row.revoked_at,
    }),
  };
}

/** The row of a waiver that nobody has revoked and that the list does not know of yet. */
export function toWaiverRow(waiver: StoredWaiver): DbWaiverRow {
  return {
    id: waiver.id,
    service_id: serviceId(waiver),
    cluster: waiver.cluster,
    namespace: toColumnText(waiver.namespace),
    service: toColumnText(waiver.service),
    rule_id: waiver.ruleId,
    subject: waiver.subject ? JSON.stringify(waiver.subject) : null,
    reason: toColumnText(waiver.reason),
    owner: waiver.owner,
    created_by: waiver.createdBy,
    created_at: waiver.createdAt,
    expires_at: waiver.expiresAt,
    revoked_by: null,
    revoked_at: null,
    applied: false,
  };
}
