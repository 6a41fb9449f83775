import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { field, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { matchesSelector } from '../../objects/labelSelector';
import { labelsOf } from '../../objects/metadata';

/** The PodDisruptionBudgets of a namespace that are about pods with these labels. */
export function budgetsFor(
  index: ClusterIndex,
  pods: { namespace: string; podLabels: ReadonlyMap<string, string> },
): KubernetesObject[] {
  return index
    .listIn(kinds.podDisruptionBudget, pods.namespace)
    .filter(budget =>
      matchesSelector(field(budget, 'spec.selector'), pods.podLabels),
    );
}

/** The HorizontalPodAutoscalers that scale a workload. */
export function autoscalersFor(
  index: ClusterIndex,
  workload: { kind: string; namespace: string; name: string },
): KubernetesObject[] {
  return index
    .listIn(kinds.horizontalPodAutoscaler, workload.namespace)
    .filter(
      scaler =>
        textField(scaler, 'spec.scaleTargetRef.kind') === workload.kind &&
        textField(scaler, 'spec.scaleTargetRef.name') === workload.name,
    );
}

/** The pods of a workload that were read. */
export function podsOf(
  index: ClusterIndex,
  workload: { object: KubernetesObject; namespace: string },
): KubernetesObject[] {
  return index
    .listIn(kinds.pod, workload.namespace)
    .filter(pod =>
      matchesSelector(field(workload.object, 'spec.selector'), labelsOf(pod)),
    );
}
