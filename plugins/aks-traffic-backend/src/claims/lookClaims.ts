import { LookClaim, LookStore } from '../store/lookTypes';
import { ClaimKeeper } from './ClaimKeeper';
import { claimForMs as claimForMsOfProduct } from './takeOver';

/** Claims on the look for clusters that begins a sweep. */
export type LookClaims = ClaimKeeper<LookClaim>;

/** Keeps the claim of this replica on the look for clusters. */
export function createLookClaims(options: {
  looks: Pick<LookStore, 'extend' | 'release' | 'readTime'>;
  /** The database's by default, which is the same for all replicas. */
  clock?(): Date | Promise<Date>;
  claimForMs?: number;
}): LookClaims {
  const {
    looks,
    clock = () => looks.readTime(),
    claimForMs = claimForMsOfProduct,
  } = options;
  return new ClaimKeeper({
    claimForMs,
    extend: claims => looks.extend(claims),
    release: ({ claim, now }) => looks.release({ token: claim.token, now }),
    clock,
  });
}
