import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { ClusterIndex } from '../objects/ClusterIndex';
import { numberField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { namespaceOf } from '../objects/metadata';

/** Says between how many replicas a workload is scaled, such as `2-100`. */
export type AutoscalingBounds = (workload: {
  kind: ObjectRef['kind'];
  namespace: string;
  name: string;
}) => string | undefined;

/** Reads the HorizontalPodAutoscalers of a cluster once, for looking up by what they scale. */
export function autoscalingBounds(index: ClusterIndex): AutoscalingBounds {
  const bounds = new Map<string, string>();
  for (const scaler of index.list(kinds.horizontalPodAutoscaler)) {
    const kind = textField(scaler, 'spec.scaleTargetRef.kind');
    const name = textField(scaler, 'spec.scaleTargetRef.name');
    const maximum = numberField(scaler, 'spec.maxReplicas');
    if (kind !== undefined && name !== undefined && maximum !== undefined) {
      bounds.set(
        `${kind}/${namespaceOf(scaler)}/${name}`,
        `${numberField(scaler, 'spec.minReplicas') ?? 1}-${maximum}`,
      );
    }
  }
  return ({ kind, namespace, name }) =>
    bounds.get(`${kind}/${namespace}/${name}`);
}
