import {
  TargetOption,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';

/** Whether nothing stands against a target: what the cluster can be given does not. */
export function eligibilityOf(
  requirements: readonly TargetRequirement[],
): TargetOption['eligible'] {
  if (requirements.some(standsAgainst)) {
    return false;
  }
  return requirements.some(({ met }) => met === 'unknown') ? 'unknown' : true;
}

/** Whether a requirement is not met, and cannot be by an operation on the cluster. */
export function standsAgainst({ met, remedy }: TargetRequirement): boolean {
  return met === false && remedy === undefined;
}

/** Whether a requirement is not met yet. */
export function isToDo({ met, remedy }: TargetRequirement): boolean {
  return met === false && remedy !== undefined;
}
