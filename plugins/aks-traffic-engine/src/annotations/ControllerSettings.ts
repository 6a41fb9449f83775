import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { textMapField } from '../objects/field';
import { GroupKind } from '../objects/kinds';
import { IngressOwner } from '../ownership/IngressOwnership';

/** ConfigMaps are never listed: one is there only where somebody put it into the observation. */
const configMap: GroupKind = { group: '', kind: 'ConfigMap' };

/** The ConfigMap that a controller takes its settings from. */
export interface ReadSettings {
  object: KubernetesObject;
  values: ReadonlyMap<string, string>;
}

/** Finds the settings of controllers among the objects of a cluster. */
export class ControllerSettings {
  private readonly known = new Map<string, ReadSettings | undefined>();

  constructor(private readonly index: ClusterIndex) {}

  /** The settings of the controller that serves an Ingress; `undefined` where they were not read. */
  of({ annotationReading }: IngressOwner): ReadSettings | undefined {
    const place = annotationReading?.configMap;
    if (place === undefined) {
      return undefined;
    }
    const key = `${place.namespace}/${place.name}`;
    if (!this.known.has(key)) {
      const object = this.index.get(configMap, place.name, place.namespace);
      this.known.set(
        key,
        object && { object, values: textMapField(object, 'data') },
      );
    }
    return this.known.get(key);
  }
}
