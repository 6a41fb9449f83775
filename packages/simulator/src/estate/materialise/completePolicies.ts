import { StoredObject } from '../types';
import {
  Fields,
  fieldsOf,
  isSelected,
  labelsOf,
  listOf,
  specOf,
} from './fields';

/** Gives PodDisruptionBudgets and HorizontalPodAutoscalers the status their controllers compute. */
export function completePolicies(objects: StoredObject[]): StoredObject[] {
  const pods = objects.filter(({ kind }) => kind === 'Pod');
  return objects.map(object => {
    if (object.kind === 'PodDisruptionBudget') {
      return {
        ...object,
        status: { ...budgetStatus(object, pods), ...fieldsOf(object.status) },
      };
    }
    if (object.kind === 'HorizontalPodAutoscaler') {
      return {
        ...object,
        status: {
          ...scalerStatus(object, objects),
          ...fieldsOf(object.status),
        },
      };
    }
    return object;
  });
}

function budgetStatus(budget: StoredObject, pods: StoredObject[]): Fields {
  const spec = specOf(budget);
  const selector = labelsOf(fieldsOf(spec.selector).matchLabels);
  const selected = pods.filter(
    pod =>
      pod.metadata.namespace === budget.metadata.namespace &&
      isSelected(pod.metadata.labels ?? {}, selector),
  );
  const healthy = selected.filter(pod =>
    listOf(fieldsOf(pod.status).conditions).some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  ).length;
  const expected = selected.length;
  const desired =
    spec.maxUnavailable === undefined
      ? amountOf(spec.minAvailable ?? 1, expected)
      : expected - amountOf(spec.maxUnavailable, expected);
  return {
    currentHealthy: healthy,
    desiredHealthy: Math.max(0, desired),
    disruptionsAllowed: Math.max(0, healthy - Math.max(0, desired)),
    expectedPods: expected,
    observedGeneration: 1,
  };
}

function amountOf(value: unknown, total: number): number {
  const percentage = /^(\d+)%$/.exec(String(value))?.[1];
  return percentage
    ? Math.ceil((Number(percentage) / 100) * total)
    : Number(value);
}

function scalerStatus(scaler: StoredObject, objects: StoredObject[]): Fields {
  const target = fieldsOf(specOf(scaler).scaleTargetRef);
  const workload = objects.find(
    ({ kind, metadata }) =>
      kind === target.kind &&
      metadata.name === target.name &&
      metadata.namespace === scaler.metadata.namespace,
  );
  const replicas = workload ? Number(specOf(workload).replicas ?? 1) : 0;
  return {
    currentReplicas: replicas,
    desiredReplicas: replicas,
    conditions: [
      {
        type: 'AbleToScale',
        status: workload ? 'True' : 'False',
        reason: workload ? 'ReadyForNewScale' : 'FailedGetScale',
      },
    ],
  };
}
