import {
  EntityTraffic,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { compareExposure } from './exposure';
import { compareRisk } from './risk';

/** What tells one Service from all others. */
export type ServiceId = Pick<
  ServiceTraffic,
  'cluster' | 'namespace' | 'service'
>;

/** What names the Service in the query part of a tab's address. */
export const serviceParameter = 'service';

/** A Service as one text, such as it stands in the address of a page. */
export function serviceKey({ cluster, namespace, service }: ServiceId): string {
  return `${cluster}/${namespace}/${service}`;
}

export function isSameService(first: ServiceId, second: ServiceId): boolean {
  return serviceKey(first) === serviceKey(second);
}

/** The services of an answer, the worst first. */
export function worstFirst(traffic: EntityTraffic): ServiceTraffic[] {
  return [...traffic.services].sort(
    (first, second) =>
      compareRisk(first.risk, second.risk) ||
      compareExposure(first.exposure, second.exposure) ||
      serviceKey(first).localeCompare(serviceKey(second)),
  );
}
