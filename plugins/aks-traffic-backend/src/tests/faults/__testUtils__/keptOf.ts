import { isDeepStrictEqual } from 'node:util';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { Kept } from './Fault';

/** The cluster that faults hit. The other one must not notice. */
export const victim = 'aks-0000';

/** What of the verdicts before a fault is still there during it. */
export function keptOf(
  before: ServiceTraffic[],
  during: ServiceTraffic[],
): Kept | 'less than that' {
  if (isDeepStrictEqual(before, during)) {
    return 'every verdict';
  }
  const names = (services: ServiceTraffic[]) =>
    services.map(({ cluster, namespace, service }) =>
      [cluster, namespace, service].join('/'),
    );
  if (isDeepStrictEqual(names(before), names(during))) {
    return 'every Service; what cannot be known is unknown';
  }
  const others = (services: ServiceTraffic[]) =>
    services.filter(({ cluster }) => cluster !== victim);
  if (!isDeepStrictEqual(others(before), others(during))) {
    return 'less than that';
  }
  if (
    names(during).some(name => !names(before).includes(name)) &&
    names(before).some(name => !names(during).includes(name))
  ) {
    return 'the other clusters; of this one there is what the new one has';
  }
  return during.some(({ cluster }) => cluster === victim)
    ? 'every Service but those that are gone'
    : 'the other clusters';
}
