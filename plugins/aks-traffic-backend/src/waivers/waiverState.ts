import { Waiver } from 'backstage-plugin-aks-traffic-common';

/** What of a waiver does not change by itself. */
export type StoredWaiver = Omit<Waiver, 'state'>;

/** Whether a waiver counts, at a time. */
export function waiverState(waiver: StoredWaiver, now: Date): Waiver['state'] {
  if (waiver.revokedAt !== undefined) {
    return 'revoked';
  }
  return waiver.expiresAt > now.toISOString() ? 'active' : 'expired';
}

/** A stored waiver as it is at a time. */
export function toWaiver(waiver: StoredWaiver, now: Date): Waiver {
  return { ...waiver, state: waiverState(waiver, now) };
}
