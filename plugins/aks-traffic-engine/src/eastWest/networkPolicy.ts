import { Workload } from '../model/draft';
import { WorkloadQuestion } from '../model/stages';
import { ClusterIndex } from '../objects/ClusterIndex';
import { booleanField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { labelsOf } from '../objects/metadata';
import {
  ciliumDirectionRules,
  ciliumRulesFor,
  endpointLabels,
} from './ciliumPolicy';
import { Direction, directions, Isolation, isolationBy } from './Isolation';
import { policyRulesFor } from './kubernetesPolicy';
import { PolicyEngine, policyEngine } from './policyEngine';

type Isolations = Record<Direction, Isolation>;

/** The short text on network policies that {@link resolveEastWest} describes. */
export function networkPolicy(question: WorkloadQuestion): string {
  const { index, managedCluster, workloads } = question;
  if (workloads.length === 0) {
    return 'unknown';
  }
  const engine = policyEngine(index, managedCluster);
  const isolations = workloads.map(workload =>
    isolationsOf(index, engine, workload),
  );
  const states = isolations.flatMap(entry =>
    directions.map(direction => entry[direction]),
  );
  if (states.every(state => state === 'open')) {
    return provesNoPolicies(index, engine) ? 'none' : 'unknown';
  }
  if (engine === 'none' || workloads.some(usesHostNetwork)) {
    return 'not enforced';
  }
  const text = textFor(isolations);
  return engine === 'unknown' ? `${text}, enforcement unknown` : text;
}

function textFor(isolations: readonly Isolations[]): string {
  const denied = directions.filter(direction =>
    isolations.every(entry => entry[direction] === 'default-deny'),
  );
  if (denied.length > 0) {
    return `default-deny (${denied.join(', ')})`;
  }
  const isOpen = isolations.some(entry =>
    directions.every(direction => entry[direction] === 'open'),
  );
  return isOpen ? 'none' : 'allow-all';
}

function isolationsOf(
  index: ClusterIndex,
  engine: PolicyEngine,
  workload: Workload,
): Isolations {
  const policies = policyRulesFor(index, workload);
  const ciliumRules =
    engine === 'cilium' || engine === 'unknown'
      ? selectedCiliumRules(index, workload)
      : [];
  const isolation = (direction: Direction) => {
    const rules = policies.map(policy => policy[direction]);
    for (const rule of ciliumRules) {
      rules.push(ciliumDirectionRules(rule, direction));
    }
    return isolationBy(rules);
  };
  return { ingress: isolation('ingress'), egress: isolation('egress') };
}

function selectedCiliumRules(
  index: ClusterIndex,
  workload: Workload,
): unknown[] {
  const policies = [
    ...index.listIn(kinds.ciliumNetworkPolicy, workload.namespace),
    ...index.list(kinds.ciliumClusterwideNetworkPolicy),
  ];
  if (policies.length === 0) {
    return [];
  }
  const namespace = index.get(kinds.namespace, workload.namespace);
  const labels = endpointLabels(
    workload,
    namespace ? labelsOf(namespace) : new Map(),
  );
  return policies.flatMap(policy => ciliumRulesFor(policy, labels));
}

function provesNoPolicies(index: ClusterIndex, engine: PolicyEngine): boolean {
  return (
    index.provesAbsence(kinds.networkPolicy) &&
    (engine === 'azure' ||
      engine === 'calico' ||
      engine === 'none' ||
      (index.provesAbsence(kinds.ciliumNetworkPolicy) &&
        index.provesAbsence(kinds.ciliumClusterwideNetworkPolicy)))
  );
}

/** Pods on the host's network are outside of all policies. */
function usesHostNetwork(workload: Workload): boolean {
  return booleanField(workload.podSpec, 'hostNetwork') === true;
}
