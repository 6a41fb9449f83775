import { KubernetesObject } from '../../../model/observation';
import { RouteFields } from '../../rules/RouteRule';

/** Istio takes one DestinationRule for a host: what several say is put into the first. */
export function mergeDestinationRules(
  objects: readonly KubernetesObject[],
): KubernetesObject[] {
  const merged = new Map<string, KubernetesObject>();
  for (const object of objects) {
    if (object.kind !== 'DestinationRule') {
      merged.set(`${merged.size}`, object);
      continue;
    }
    const spec = object.spec as { host: string; trafficPolicy: RouteFields };
    const known = merged.get(spec.host);
    const before = known?.spec as typeof spec | undefined;
    merged.set(spec.host, {
      ...object,
      metadata: {
        ...object.metadata,
        name: spec.host.split('.')[0],
      },
      spec: {
        ...spec,
        trafficPolicy: { ...before?.trafficPolicy, ...spec.trafficPolicy },
      },
    });
  }
  return [...merged.values()];
}
