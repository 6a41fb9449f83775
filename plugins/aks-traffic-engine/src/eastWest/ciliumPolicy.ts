import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import {
  booleanField,
  entriesField,
  field,
  listField,
  property,
  textListField,
} from '../objects/field';
import { matchesSelector } from '../objects/labelSelector';
import { Direction, DirectionRules } from './Isolation';

/**
 * The rules of a Cilium policy that are about pods with these labels, as Cilium knows them: it may carry several, each
 * with a selector.
 */
export function ciliumRulesFor(
  policy: KubernetesObject,
  labels: ReadonlyMap<string, string>,
): unknown[] {
  const rules = [field(policy, 'spec'), ...listField(policy, 'specs')];
  return rules.filter(rule => {
    const selector = property(rule, 'endpointSelector');
    return (
      selector !== undefined &&
      matchesSelector(withoutSources(selector), labels)
    );
  });
}

/** What one rule of a Cilium policy says about one direction. */
export function ciliumDirectionRules(
  rule: unknown,
  direction: Direction,
): DirectionRules {
  const allowed = field(rule, direction);
  const denied = field(rule, `${direction}Deny`);
  const entity = direction === 'ingress' ? 'fromEntities' : 'toEntities';
  return {
    isolates:
      booleanField(rule, `enableDefaultDeny.${direction}`) ??
      (Array.isArray(allowed) || Array.isArray(denied)),
    allowsAll: listField(rule, direction).some(
      entry =>
        textListField(entry, entity).includes('all') &&
        listField(entry, 'toPorts').length === 0,
    ),
  };
}

/** The labels Cilium knows a pod by: its own, its namespace's name and its namespace's labels. */
export function endpointLabels(
  workload: Workload,
  namespaceLabels: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([
    ...workload.podLabels,
    ['io.kubernetes.pod.namespace', workload.namespace],
    ...[...namespaceLabels].map(([key, value]): [string, string] => [
      `io.cilium.k8s.namespace.labels.${key}`,
      value,
    ]),
  ]);
}

/** Cilium lets keys say where a label comes from (`k8s:app`, `any:app`). */
function withoutSources(selector: unknown): unknown {
  return {
    matchLabels: Object.fromEntries(
      entriesField(selector, 'matchLabels').map(([key, value]) => [
        withoutSource(key),
        value,
      ]),
    ),
    matchExpressions: listField(selector, 'matchExpressions').map(entry => ({
      key: withoutSource(String(property(entry, 'key') ?? '')),
      operator: property(entry, 'operator'),
      values: property(entry, 'values'),
    })),
  };
}

function withoutSource(key: string): string {
  return key.replace(/^(k8s|any):/, '');
}
