import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { field, listField, textListField } from '../objects/field';
import { ClusterIndex } from '../objects/ClusterIndex';
import { kinds } from '../objects/kinds';
import { namespaceOf } from '../objects/metadata';
import { SelectorIndex } from '../objects/SelectorIndex';
import { Direction, DirectionRules } from './Isolation';

/** What a NetworkPolicy says, read once: it mostly is about all pods of a namespace. */
type PolicyRules = Readonly<Record<Direction, DirectionRules>>;

const policyIndexes = new WeakMap<ClusterIndex, SelectorIndex<PolicyRules>>();

/**
 * What the NetworkPolicies say that select the workload's pods. An absent selector selects all pods of its namespace.
 */
export function policyRulesFor(
  index: ClusterIndex,
  { namespace, podLabels }: Workload,
): PolicyRules[] {
  let policies = policyIndexes.get(index);
  if (policies === undefined) {
    policies = new SelectorIndex(
      index.list(kinds.networkPolicy).map(policy => ({
        namespace: namespaceOf(policy),
        selector: field(policy, 'spec.podSelector') ?? {},
        value: {
          ingress: policyRules(policy, 'ingress'),
          egress: policyRules(policy, 'egress'),
        },
      })),
    );
    policyIndexes.set(index, policies);
  }
  return policies.matching(namespace, podLabels);
}

/** What a NetworkPolicy says about one direction. */
function policyRules(
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
