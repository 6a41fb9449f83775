import {
  Finding,
  Waiver,
  waiverCovers,
} from 'backstage-plugin-aks-traffic-common';
import { parseMoment } from '../dates';
import { isSameService, ServiceId } from '../serviceKey';

/**
 * The waiver that says most about a finding of a Service: the one in force, or else the one that ended last. One whose
 * time ran out since the answer was made is shown as expired.
 */
export function waiverOf(options: {
  waivers: readonly Waiver[];
  service: ServiceId;
  finding: Pick<Finding, 'ruleId' | 'subject'>;
  now: Date;
}): Waiver | undefined {
  const { waivers, service, finding, now } = options;
  const [foremost] = waivers
    .filter(
      waiver => waiverCovers(waiver, finding) && isSameService(waiver, service),
    )
    .map(waiver => asOf(waiver, now))
    .sort(
      (first, second) =>
        Number(second.state === 'active') - Number(first.state === 'active') ||
        endOf(second).localeCompare(endOf(first)),
    );
  return foremost;
}

function asOf(waiver: Waiver, now: Date): Waiver {
  const end = parseMoment(waiver.expiresAt);
  return waiver.state === 'active' && end !== undefined && end <= now
    ? { ...waiver, state: 'expired' }
    : waiver;
}

function endOf({ revokedAt, expiresAt }: Waiver): string {
  return revokedAt ?? expiresAt;
}
