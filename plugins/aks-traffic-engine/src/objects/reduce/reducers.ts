import { field, listField } from '../field';
import { GroupKind, kinds, ObservedKind } from '../kinds';
import { compact, pick } from './pick';
import { reducePodSpec, reducePodTemplate } from './reducePod';

/** What is kept of an object besides its metadata. */
type Reducer = (raw: unknown) => Record<string, unknown> | undefined;

const specAndStatus: Reducer = raw => pick(raw, ['spec', 'status']);

const metadataOnly: Reducer = () => undefined;

const workload: Reducer = raw =>
  compact({
    spec: compact({
      ...pick(field(raw, 'spec'), ['replicas', 'selector']),
      template: reducePodTemplate(field(raw, 'spec.template')),
    }),
    status: pick(field(raw, 'status'), [
      'replicas',
      'readyReplicas',
      'availableReplicas',
      'numberReady',
      'desiredNumberScheduled',
    ]),
  });

const pod: Reducer = raw =>
  compact({
    spec: reducePodSpec(field(raw, 'spec')),
    status: pick(field(raw, 'status'), ['phase']),
  });

const node: Reducer = raw =>
  compact({
    spec: pick(field(raw, 'spec'), ['taints']),
    status: pick(field(raw, 'status'), ['addresses']),
  });

const service: Reducer = raw =>
  compact({
    spec: field(raw, 'spec'),
    status: pick(field(raw, 'status'), ['loadBalancer']),
  });

const endpointSlice: Reducer = raw =>
  compact({
    endpoints: listField(raw, 'endpoints').map(
      endpoint => pick(endpoint, ['conditions', 'zone', 'nodeName']) ?? {},
    ),
  });

const autoscaler: Reducer = raw =>
  compact({
    spec: pick(field(raw, 'spec'), [
      'scaleTargetRef',
      'minReplicas',
      'maxReplicas',
    ]),
    status: pick(field(raw, 'status'), ['currentReplicas', 'desiredReplicas']),
  });

const disruptionBudget: Reducer = raw =>
  compact({
    spec: pick(field(raw, 'spec'), [
      'minAvailable',
      'maxUnavailable',
      'selector',
    ]),
    status: pick(field(raw, 'status'), ['disruptionsAllowed', 'expectedPods']),
  });

const secretProviderClass: Reducer = raw =>
  compact({
    spec: compact({
      ...pick(field(raw, 'spec'), ['provider']),
      // Names of the Secrets it fills, never what goes into them.
      secretObjects: listField(raw, 'spec.secretObjects').map(
        entry => pick(entry, ['secretName']) ?? {},
      ),
    }),
  });

/** Cilium lets one policy carry several rules beside or instead of its spec. */
const ciliumPolicy: Reducer = raw => pick(raw, ['spec', 'specs', 'status']);

const special = new Map<ObservedKind, Reducer>([
  [kinds.ciliumNetworkPolicy, ciliumPolicy],
  [kinds.ciliumClusterwideNetworkPolicy, ciliumPolicy],
  [kinds.pod, pod],
  [kinds.node, node],
  [kinds.service, service],
  [kinds.endpointSlice, endpointSlice],
  [kinds.deployment, workload],
  [kinds.daemonSet, workload],
  [kinds.statefulSet, workload],
  [kinds.horizontalPodAutoscaler, autoscaler],
  [kinds.podDisruptionBudget, disruptionBudget],
  [kinds.secretProviderClass, secretProviderClass],
  [kinds.namespace, metadataOnly],
  [kinds.customResourceDefinition, metadataOnly],
]);

const byKind = new Map<string, Reducer>(
  Object.values(kinds).map(kind => [
    `${kind.group}/${kind.kind}`,
    special.get(kind) ?? specAndStatus,
  ]),
);

/** What to keep of an object of this kind; `undefined` for kinds that nothing reads. */
export function reducerOf(kind: GroupKind): Reducer | undefined {
  return byKind.get(`${kind.group}/${kind.kind}`);
}
