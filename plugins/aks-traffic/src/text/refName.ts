import { parseEntityRef } from '@backstage/catalog-model';

/** The name in an entity's reference, or the whole of what is not one: it comes over the wire. */
export function refName(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}
