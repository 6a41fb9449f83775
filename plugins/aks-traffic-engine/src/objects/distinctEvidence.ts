import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { append } from './append';

/** Evidence without repetitions, in the order it came in. What was shared rather than copied costs nothing here. */
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  const byValue = new Map<string, Evidence[]>();
  const distinct: Evidence[] = [];
  for (const entry of new Set(evidence)) {
    if (!byValue.get(entry.value)?.some(other => saysTheSame(entry, other))) {
      append(byValue, entry.value, entry);
      distinct.push(entry);
    }
  }
  return distinct;
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
