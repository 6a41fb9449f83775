import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { compareText } from '../objects/compareText';
import { armEvidence } from '../objects/evidence';

/**
 * The addresses and prefixes behind ids, of which Azure does not always say which is which. What was not read is
 * named as evidence, so that a short list is not mistaken for the whole one.
 */
export function outboundAddresses(
  azure: AzureIndex,
  ids: readonly string[],
): { publicIps: string[]; evidence: Evidence[] } {
  const publicIps = new Set<string>();
  const evidence: Evidence[] = [];
  for (const armId of new Set(ids)) {
    const prefix = azure.publicIpPrefix(armId);
    const publicIp = azure.publicIp(armId);
    const value = prefix?.prefix ?? publicIp?.address;
    if (value !== undefined) {
      publicIps.add(value);
    }
    evidence.push(
      armEvidence({
        armId,
        field: prefix ? 'properties.ipPrefix' : 'properties.ipAddress',
        value,
        meaning: meaningOf(value, (prefix ?? publicIp) !== undefined),
      }),
    );
  }
  return { publicIps: [...publicIps].sort(compareText), evidence };
}

function meaningOf(value: string | undefined, isRead: boolean): string {
  if (value !== undefined) {
    return 'Traffic that leaves here has this source address';
  }
  return isRead
    ? 'No address is allocated to it'
    : 'No row of it was read, so the source address is not known';
}
