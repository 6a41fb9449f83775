import { ObjectRef } from 'backstage-plugin-aks-traffic-common';

/**
 * A place in a file.
 *
 * @public
 */
export interface Place {
  /** Absolute path. */
  file: string;
  /** From 1. */
  line: number;
}

/**
 * Where objects stand. Versions of a kind are the same object, and no namespace is the default one.
 *
 * @public
 */
export class ObjectPlaces {
  private readonly places = new Map<string, Place>();

  add(object: ObjectRef, place: Place): void {
    const key = keyOf(object);
    if (!this.places.has(key)) {
      this.places.set(key, place);
    }
  }

  find(object: ObjectRef): Place | undefined {
    return this.places.get(keyOf(object));
  }
}

function keyOf({ apiVersion, kind, namespace, name }: ObjectRef): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return [group, kind, namespace || 'default', name].join('/');
}
