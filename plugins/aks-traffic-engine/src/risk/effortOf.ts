import {
  MigrationEffort,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';

/**
 * How much work it is to move a service: as much as at the target that suits best, if that can be had for certain.
 * What is no Ingress, somebody has to look at.
 */
export function effortOf([
  best,
  ...others
]: readonly TargetOption[]): MigrationEffort {
  if (best === undefined) {
    return 'medium';
  }
  switch (best.eligible) {
    case true:
      return best.effort;
    case false:
      return 'high';
    default:
      return [best, ...others].every(({ effort }) => effort === 'high')
        ? 'high'
        : 'unknown';
  }
}
