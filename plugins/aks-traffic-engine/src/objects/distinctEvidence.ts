import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { distinctBy } from './distinctBy';

/** Evidence without repetitions, in the order it came in. */
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  return distinctBy(evidence, {
    isSame: saysTheSame,
    likeness: ({ value }) => value,
  });
}

function saysTheSame(left: Evidence, right: Evidence): boolean {
  return (
    left.value === right.value &&
    left.field === right.field &&
    left.meaning === right.meaning &&
    isSameObject(left.object, right.object)
  );
}

function isSameObject(
  left: Evidence['object'],
  right: Evidence['object'],
): boolean {
  if ('armId' in left || 'armId' in right) {
    return 'armId' in left && 'armId' in right && left.armId === right.armId;
  }
  return (
    left.name === right.name &&
    left.namespace === right.namespace &&
    left.kind === right.kind &&
    left.apiVersion === right.apiVersion
  );
}
