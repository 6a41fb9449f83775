import { ClusterClaim, TrafficStore } from '../store/types';
import { ClaimKeeper } from './ClaimKeeper';
import { claimForMs as claimForMsOfProduct } from './takeOver';

/** Claims on clusters, of whoever reads them and whoever watches them. */
export type ClusterClaims = ClaimKeeper<ClusterClaim>;

/** Keeps the claims of this replica on clusters. */
export function createClusterClaims(options: {
  store: Pick<TrafficStore, 'extendClaims' | 'releaseClaim' | 'readTime'>;
  /** The database's by default, which is the same for all replicas. */
  clock?(): Date | Promise<Date>;
  claimForMs?: number;
}): ClusterClaims {
  const {
    store,
    clock = () => store.readTime(),
    claimForMs = claimForMsOfProduct,
  } = options;
  return new ClaimKeeper({
    claimForMs,
    extend: claims => store.extendClaims(claims),
    release: ({ claim, now }) => store.releaseClaim({ ...claim, now }),
    clock,
  });
}
