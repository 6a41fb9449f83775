import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { field, listField, textListField } from '../objects/field';
import { matchesSelector } from '../objects/labelSelector';
import { Direction, DirectionRules } from './Isolation';

/** Whether a NetworkPolicy of the workload's namespace selects its pods. An absent selector selects all of them. */
export function policySelects(
  policy: KubernetesObject,
  workload: Workload,
): boolean {
  return matchesSelector(
    field(policy, 'spec.podSelector') ?? {},
    workload.podLabels,
  );
}

/** What a NetworkPolicy says about one direction. */
export function policyRules(
  policy: KubernetesObject,
  direction: Direction,
): DirectionRules {
  if (!policyTypes(policy).has(direction)) {
    return { isolates: false, allowsAll: false };
  }
  const peers = direction === 'ingress' ? 'from' : 'to';
  return {
    isolates: true,
    allowsAll: listField(policy, `spec.${direction}`).some(
      rule =>
        listField(rule, peers).length === 0 &&
        listField(rule, 'ports').length === 0,
    ),
  };
}

/** Without the field a policy is about ingress, and about egress only when it has rules for that. */
function policyTypes(policy: KubernetesObject): ReadonlySet<string> {
  const named = textListField(policy, 'spec.policyTypes');
  if (named.length > 0) {
    return new Set(named.map(name => name.toLowerCase()));
  }
  return new Set(
    listField(policy, 'spec.egress').length > 0
      ? ['ingress', 'egress']
      : ['ingress'],
  );
}
