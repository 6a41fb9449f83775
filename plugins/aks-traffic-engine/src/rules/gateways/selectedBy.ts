import { groupBy } from '../../azure/groupBy';
import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { field, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { matchesSelector } from '../../objects/labelSelector';
import { labelOf, labelsOf, namespaceOf } from '../../objects/metadata';
import { SelectorIndex } from '../../objects/SelectorIndex';

const budgets = remember(
  index =>
    new SelectorIndex(
      index.list(kinds.podDisruptionBudget).map(budget => ({
        namespace: namespaceOf(budget),
        selector: field(budget, 'spec.selector'),
        value: budget,
      })),
    ),
);

const autoscalers = remember(index =>
  groupBy(index.list(kinds.horizontalPodAutoscaler), scaler => [
    keyOf(
      namespaceOf(scaler),
      textField(scaler, 'spec.scaleTargetRef.kind') ?? '',
      textField(scaler, 'spec.scaleTargetRef.name') ?? '',
    ),
  ]),
);

const slices = remember(index =>
  groupBy(index.list(kinds.endpointSlice), slice => [
    keyOf(
      namespaceOf(slice),
      labelOf(slice, 'kubernetes.io/service-name') ?? '',
    ),
  ]),
);

/** Whether a PodDisruptionBudget of a namespace is about pods with these labels. */
export function hasBudget(
  index: ClusterIndex,
  pods: { namespace: string; podLabels: ReadonlyMap<string, string> },
): boolean {
  return budgets(index).hasMatch(pods.namespace, pods.podLabels);
}

/** The PodDisruptionBudgets of a namespace that are about pods with these labels. */
export function budgetsFor(
  index: ClusterIndex,
  pods: { namespace: string; podLabels: ReadonlyMap<string, string> },
): KubernetesObject[] {
  return budgets(index).matching(pods.namespace, pods.podLabels);
}

/** The HorizontalPodAutoscalers that scale a workload. */
export function autoscalersFor(
  index: ClusterIndex,
  workload: { kind: string; namespace: string; name: string },
): readonly KubernetesObject[] {
  const { kind, namespace, name } = workload;
  return autoscalers(index).get(keyOf(namespace, kind, name)) ?? [];
}

/** The EndpointSlices of a Service. */
export function slicesOf(
  index: ClusterIndex,
  service: { namespace: string; service: string },
): readonly KubernetesObject[] {
  return slices(index).get(keyOf(service.namespace, service.service)) ?? [];
}

/** The pods of a workload that were read. */
export function podsOf(
  index: ClusterIndex,
  workload: { object: KubernetesObject; namespace: string },
): KubernetesObject[] {
  const selector = field(workload.object, 'spec.selector');
  return index
    .listIn(kinds.pod, workload.namespace)
    .filter(pod => matchesSelector(selector, labelsOf(pod)));
}

/** Every service asks for the same groups, so they are made once for a cluster's objects. */
function remember<Groups>(
  groupsOf: (index: ClusterIndex) => Groups,
): (index: ClusterIndex) => Groups {
  const known = new WeakMap<ClusterIndex, Groups>();
  return index => {
    const groups = known.get(index) ?? groupsOf(index);
    known.set(index, groups);
    return groups;
  };
}

function keyOf(...parts: string[]): string {
  return parts.join('\n');
}
