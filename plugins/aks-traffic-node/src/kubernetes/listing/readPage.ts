import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { property, textProperty } from '../json';

/** One page of a list, reduced to what is used of it. */
export interface Page {
  objects: KubernetesObject[];
  /** Items that are not objects of the asked kind; they are left out. */
  unusable: number;
  /** Token of the next page; absent on the last one. */
  next?: string;
  /** Objects that the server says come after this page, although it gives no token for them. */
  lost?: number;
  /** Version of the cluster that the page shows, from which a watch can go on. */
  resourceVersion?: string;
}

/**
 * Reads one page of a list and lets go of everything the engine does not use.
 *
 * @param options.reduce - keeps the used fields of one object; undefined when it is of no use.
 * @returns undefined when the body is not a list.
 */
export function readPage(options: {
  body: unknown;
  apiVersion: string;
  kind: string;
  reduce: (raw: unknown) => KubernetesObject | undefined;
}): Page | undefined {
  const { body, apiVersion, kind, reduce } = options;
  const items = property(body, 'items');
  // Go writes an empty list without elements as null.
  const listed = items === null ? [] : items;
  if (!textProperty(body, 'kind')?.endsWith('List') || !Array.isArray(listed)) {
    return undefined;
  }
  const objects: KubernetesObject[] = [];
  let unusable = 0;
  for (const item of listed) {
    const object = isOfKind(item, kind)
      ? // Items of built-in lists have neither field; metadata-only items have those of another kind.
        reduce({ ...(item as object), apiVersion, kind })
      : undefined;
    if (object) {
      objects.push(object);
    } else {
      unusable++;
    }
  }
  const metadata = property(body, 'metadata');
  const next = textProperty(metadata, 'continue');
  const resourceVersion = textProperty(metadata, 'resourceVersion');
  const remaining = property(metadata, 'remainingItemCount');
  const isLost = !next && typeof remaining === 'number' && remaining > 0;
  return {
    objects,
    unusable,
    ...(next && { next }),
    ...(isLost && { lost: remaining }),
    ...(resourceVersion && { resourceVersion }),
  };
}

function isOfKind(item: unknown, kind: string): boolean {
  if (textProperty(property(item, 'metadata'), 'name') === undefined) {
    return false;
  }
  const stated = property(item, 'kind');
  return (
    stated === undefined ||
    stated === kind ||
    stated === 'PartialObjectMetadata'
  );
}
