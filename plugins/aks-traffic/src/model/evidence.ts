import {
  ArmRef,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';

/** The evidence that one object gives. */
export interface ObjectEvidence {
  object: ObjectRef | ArmRef;
  evidence: Evidence[];
}

/** Evidence gathered under its objects, each piece once, in the order the report has them. */
export function evidenceByObject(
  evidence: readonly Evidence[],
): ObjectEvidence[] {
  const groups = new Map<string, ObjectEvidence>();
  const seen = new Set<string>();
  for (const item of evidence) {
    const objectKey = keyOf(item.object);
    const itemKey = JSON.stringify([
      objectKey,
      item.field,
      item.value,
      item.meaning,
    ]);
    if (seen.has(itemKey)) {
      continue;
    }
    seen.add(itemKey);
    const group = groups.get(objectKey) ?? {
      object: item.object,
      evidence: [],
    };
    group.evidence.push(item);
    groups.set(objectKey, group);
  }
  return [...groups.values()];
}

function keyOf(object: ObjectRef | ArmRef): string {
  return 'armId' in object
    ? object.armId.toLowerCase()
    : JSON.stringify([
        object.apiVersion,
        object.kind,
        object.namespace,
        object.name,
      ]);
}
