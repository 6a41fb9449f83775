import { StoredObject } from '../types';
import { Fields, fieldsOf, labelsOf, listOf, specOf } from './fields';

/** The nodes a pod may run on: its node selector, required node affinity and tolerations decide. */
export function chooseNodes(
  nodes: StoredObject[],
  podSpec: Fields,
): StoredObject[] {
  const selector = labelsOf(podSpec.nodeSelector);
  const terms = listOf(
    fieldsOf(
      fieldsOf(fieldsOf(podSpec.affinity).nodeAffinity)
        .requiredDuringSchedulingIgnoredDuringExecution,
    ).nodeSelectorTerms,
  );
  const tolerations = listOf(podSpec.tolerations);

  return nodes.filter(node => {
    const labels = node.metadata.labels ?? {};
    return (
      Object.entries(selector).every(([key, value]) => labels[key] === value) &&
      (terms.length === 0 ||
        terms.some(term =>
          listOf(term.matchExpressions).every(expression =>
            matchesExpression(labels, expression),
          ),
        )) &&
      listOf(specOf(node).taints).every(
        taint =>
          taint.effect === 'PreferNoSchedule' ||
          tolerations.some(toleration => tolerates(toleration, taint)),
      )
    );
  });
}

function matchesExpression(
  labels: Record<string, string>,
  expression: Fields,
): boolean {
  const value = labels[String(expression.key)];
  const values = Array.isArray(expression.values) ? expression.values : [];
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

function tolerates(toleration: Fields, taint: Fields): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) {
    return false;
  }
  if (!toleration.key) {
    return toleration.operator === 'Exists';
  }
  return (
    toleration.key === taint.key &&
    (toleration.operator === 'Exists' ||
      (toleration.value ?? '') === (taint.value ?? ''))
  );
}
