import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { referenceKey } from './metadata';

/** Evidence without repetitions, in the order it came in. What was shared rather than copied costs nothing here. */
export function distinctEvidence(evidence: readonly Evidence[]): Evidence[] {
  const distinct = [...new Set(evidence)];
  if (distinct.length < 2) {
    return distinct;
  }
  const byContent = new Map<string, Evidence>();
  for (const entry of distinct) {
    const key = contentKey(entry);
    if (!byContent.has(key)) {
      byContent.set(key, entry);
    }
  }
  return [...byContent.values()];
}

function contentKey({ object, field, value, meaning }: Evidence): string {
  const subject =
    'armId' in object
      ? object.armId
      : `${object.apiVersion} ${referenceKey(object)}`;
  return `${subject}\n${field}\n${value}\n${meaning}`;
}
