import { isDeepStrictEqual } from 'node:util';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/** Whether a cluster is reached in the same way as before. Functions that fetch tokens are new with each discovery. */
export function sameLocation(a: ClusterLocation, b: ClusterLocation): boolean {
  return isDeepStrictEqual(comparable(a), comparable(b));
}

function comparable({ access, ...location }: ClusterLocation) {
  return {
    ...location,
    kind: access.kind,
    certificate: access.kind === 'none' ? undefined : access.certificate,
  };
}
