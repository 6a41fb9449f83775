import { Exposure } from 'backstage-plugin-aks-traffic-common';

/**
 * Widest first. Unknown stands right below public: anything short of public could be wider than it looks as long as
 * one way in is not understood. Pending ranks low, because nobody gets in that way yet.
 */
const widestFirst: readonly Exposure[] = [
  'public',
  'unknown',
  'private-link',
  'internal',
  'node-port',
  'pending',
  'cluster-only',
];

/** The widest of several exposures; `cluster-only` where there is no way in at all. */
export function widestExposure(exposures: readonly Exposure[]): Exposure {
  return (
    widestFirst.find(exposure => exposures.includes(exposure)) ?? 'cluster-only'
  );
}

/** Whether one exposure reaches farther than another. */
export function isWider(exposure: Exposure, other: Exposure): boolean {
  return widestFirst.indexOf(exposure) < widestFirst.indexOf(other);
}
