import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { WorkloadQuestion } from '../model/stages';
import { ClusterIndex } from '../objects/ClusterIndex';
import { compareText } from '../objects/compareText';
import { entriesField, field, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { matchesSelector } from '../objects/labelSelector';
import { meshMembership } from './meshMembership';

type Mtls = 'unknown' | 'none' | 'disabled' | 'permissive' | 'strict';

/** Weakest first; not knowing comes before everything. */
const order: readonly Mtls[] = [
  'unknown',
  'none',
  'disabled',
  'permissive',
  'strict',
];

const modes: ReadonlyMap<string, Mtls> = new Map<string, Mtls>([
  ['STRICT', 'strict'],
  ['PERMISSIVE', 'permissive'],
  ['DISABLE', 'disabled'],
]);

/** Namespaces whose policies hold for a whole mesh: the add-on's, a self-managed Istio's, Application Network's. */
const rootNamespaces = [
  'aks-istio-system',
  'istio-system',
  'applink-system',
] as const;

/** The short text on mutual TLS that {@link resolveEastWest} describes. */
export function meshMtls(question: WorkloadQuestion): string {
  const { index, workloads } = question;
  if (workloads.length === 0) {
    return 'unknown';
  }
  const found = new Set(workloads.map(workload => mtlsOf(index, workload)));
  return order.find(mtls => found.has(mtls)) ?? 'unknown';
}

function mtlsOf(index: ClusterIndex, workload: Workload): Mtls {
  const mtls = workloadMtls(index, workload);
  const ports = portModeOf(
    index
      .listIn(kinds.peerAuthentication, workload.namespace)
      .filter(policy => selectsSome(policy, workload)),
  );
  // Ports of a member can be weaker than the rest of it; of what is in no mesh nothing is asked.
  return ports !== undefined && order.indexOf(mtls) > order.indexOf(ports)
    ? ports
    : mtls;
}

function workloadMtls(index: ClusterIndex, workload: Workload): Mtls {
  const membership = meshMembership(index, workload);
  if (membership !== 'member') {
    return membership === 'outside' ? 'none' : 'unknown';
  }
  const inNamespace = index.listIn(
    kinds.peerAuthentication,
    workload.namespace,
  );
  const scopes = [
    inNamespace.filter(policy => selectsSome(policy, workload)),
    inNamespace.filter(isForNamespace),
    rootPolicies(index),
  ];
  // What was not read could be narrower than what was: only a complete reading says which policy is the one.
  if (!index.provesAbsence(kinds.peerAuthentication)) {
    const narrowest = modeOf(scopes[0]);
    return index.origin === 'files'
      ? narrowest ?? modeOf(scopes[1]) ?? 'unknown'
      : narrowest ?? 'unknown';
  }
  for (const policies of scopes) {
    const mode = modeOf(policies);
    if (mode !== undefined) {
      return mode;
    }
  }
  return 'permissive';
}

/** The mode of the oldest policy of a scope, as Istio decides between several; unset leaves it to the wider scope. */
function modeOf(policies: readonly KubernetesObject[]): Mtls | undefined {
  const oldest = oldestOf(policies);
  return oldest && modes.get(textField(oldest, 'spec.mtls.mode') ?? '');
}

function oldestOf(
  policies: readonly KubernetesObject[],
): KubernetesObject | undefined {
  return [...policies].sort(
    (left, right) =>
      compareText(creationOf(left), creationOf(right)) ||
      compareText(left.metadata.name, right.metadata.name),
  )[0];
}

/** The weakest mode that the policy for a workload sets for single ports. */
function portModeOf(policies: readonly KubernetesObject[]): Mtls | undefined {
  const found = new Set(
    entriesField(oldestOf(policies), 'spec.portLevelMtls').flatMap(
      ([, port]) => modes.get(textField(port, 'mode') ?? '') ?? [],
    ),
  );
  return order.find(mtls => found.has(mtls));
}

function creationOf(policy: KubernetesObject): string {
  return textField(policy, 'metadata.creationTimestamp') ?? '';
}

function rootPolicies(index: ClusterIndex): readonly KubernetesObject[] {
  for (const namespace of rootNamespaces) {
    const policies = index
      .listIn(kinds.peerAuthentication, namespace)
      .filter(isForNamespace);
    if (policies.length > 0) {
      return policies;
    }
  }
  return [];
}

function isForNamespace(policy: KubernetesObject): boolean {
  return entriesField(policy, 'spec.selector.matchLabels').length === 0;
}

function selectsSome(policy: KubernetesObject, workload: Workload): boolean {
  return (
    !isForNamespace(policy) &&
    matchesSelector(field(policy, 'spec.selector'), workload.podLabels)
  );
}
