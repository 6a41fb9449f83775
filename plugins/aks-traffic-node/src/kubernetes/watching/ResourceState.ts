import { isDeepStrictEqual } from 'node:util';
import {
  KubernetesObject,
  ResourceRead,
} from 'backstage-plugin-aks-traffic-engine';
import { ResourcePosition, ResourceReading } from '../listing/readResource';

/** What is known of one resource of a cluster, kept up to date by lists and events. */
export class ResourceState {
  private readonly objects = new Map<string, KubernetesObject>();
  private outcome: ResourceRead;
  /** Where to go on; absent when only a list can tell. */
  position?: ResourcePosition;

  constructor(reading: ResourceReading) {
    this.outcome = reading.read;
    this.replace(reading);
  }

  get read(): ResourceRead {
    return this.outcome;
  }

  get count(): number {
    return this.objects.size;
  }

  list(): KubernetesObject[] {
    return [...this.objects.values()];
  }

  toReading(): Pick<ResourceReading, 'read' | 'objects'> {
    return { read: this.outcome, objects: this.list() };
  }

  /** Takes a list for what there is now, and tells whether that is news. */
  replace({ read, objects, position }: ResourceReading): boolean {
    let changed = !isDeepStrictEqual(read, this.outcome);
    this.outcome = read;
    this.position = position;
    const before = new Map(this.objects);
    this.objects.clear();
    for (const object of objects) {
      const known = before.get(keyOf(object));
      before.delete(keyOf(object));
      changed = this.put(object, known) || changed;
    }
    return changed || before.size > 0;
  }

  /** Takes over one object, and tells whether anything that is used of it is news. */
  set(object: KubernetesObject): boolean {
    return this.put(object, this.objects.get(keyOf(object)));
  }

  remove(object: KubernetesObject): boolean {
    return this.objects.delete(keyOf(object));
  }

  private put(
    object: KubernetesObject,
    known: KubernetesObject | undefined,
  ): boolean {
    const same = known !== undefined && isDeepStrictEqual(known, object);
    this.objects.set(keyOf(object), same ? known : object);
    return !same;
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
