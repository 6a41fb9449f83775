import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { objectKey } from './objectKey';

/** Every Kubernetes object that verdicts name, as entry point, evidence, subject or otherwise; by objects' keys. */
export function referencesIn(verdicts: unknown): Map<string, ObjectRef> {
  const found = new Map<string, ObjectRef>();
  const waiting = [verdicts];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== 'object' || node === null) {
      continue;
    }
    if (isObjectRef(node)) {
      found.set(objectKey(node), node);
    } else {
      for (const child of Object.values(node)) {
        waiting.push(child);
      }
    }
  }
  return found;
}

function isObjectRef(node: object): node is ObjectRef {
  return 'apiVersion' in node && 'kind' in node && 'name' in node;
}
