import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft, Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { field, listField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { hasZones } from './gateways/clusterZones';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isSystemNamespace } from './gateways/isManagedByAzure';
import { replicasOf } from '../objects/replicas';
import { hasBudget, slicesOf } from './gateways/selectedBy';
import { listed } from './messageText';
import { serviceReference } from './serviceReference';

interface Weakness {
  text: string;
  /** It takes the Service down by itself, rather than together with something else. */
  isDirect: boolean;
  evidence: Evidence[];
}

/** Services that people outside rely on, and that one pod, node or zone can take away. */
export const serviceResilience = createRule(
  {
    id: 'service-resilience',
    description:
      'A Service that traffic is led to rests on one pod or one zone, has pods without readiness probe, or no PodDisruptionBudget.',
    remediation: {
      summary: 'Run two pods in two zones, with a probe and a budget.',
      actions: [
        'Set replicas to 2 or more, and a topologySpreadConstraint over topology.kubernetes.io/zone.',
        'Give every container that serves traffic a readinessProbe.',
        'Add a PodDisruptionBudget with maxUnavailable 1.',
      ],
    },
  },
  {
    *service(service, input) {
      if (!concerns(service, input)) {
        return;
      }
      const found = [
        ...service.workloads.flatMap(workload =>
          workloadWeaknesses(workload, input),
        ),
        ...endpointWeaknesses(service, input),
      ];
      if (found.length > 0) {
        yield {
          situation: found.some(({ isDirect }) => isDirect)
            ? 'single'
            : 'partial',
          subject: serviceReference(service),
          message: `Traffic is led to this Service, and ${listed([
            ...new Set(found.map(({ text }) => text)),
          ])}: ${
            found.some(({ isDirect }) => isDirect)
              ? 'every restart is an outage.'
              : 'maintenance or the loss of a zone may take it away.'
          }`,
          evidence: found.flatMap(({ evidence }) => evidence),
        };
      }
    },
    leavesOpen: (service, input) =>
      concerns(service, input) &&
      [kinds.podDisruptionBudget, kinds.endpointSlice].some(
        kind => !input.index.provesAbsence(kind),
      ),
  },
);

function concerns(service: ServiceDraft, input: AssessmentInput): boolean {
  return (
    service.workloads.length > 0 &&
    service.entryPoints.some(({ attached }) => attached !== false) &&
    !isSystemNamespace(service.namespace) &&
    !isGatewayService(service, input)
  );
}

function workloadWeaknesses(
  workload: Workload,
  { index }: AssessmentInput,
): Weakness[] {
  const { object, reference, podSpec } = workload;
  const found: Weakness[] = [];
  const isPod = reference.kind === 'Pod';
  const replicas = isPod ? undefined : replicasOf(object, index.origin);
  if (replicas !== undefined && replicas.count < 2) {
    found.push({
      text:
        replicas.count === 0
          ? 'no pod of it is ready'
          : 'it rests on a single pod',
      isDirect: true,
      evidence: [replicas.evidence()],
    });
  }
  const containers = listField(podSpec, 'containers');
  const isProbed = containers.some(
    container => field(container, 'readinessProbe') !== undefined,
  );
  if (containers.length > 0 && !isProbed) {
    found.push({
      text: 'its pods have no readiness probe',
      isDirect: true,
      evidence: [
        objectEvidence({
          object: reference,
          field: `${
            isPod ? 'spec' : 'spec.template.spec'
          }.containers[].readinessProbe`,
          value: undefined,
          meaning: 'Traffic is sent to pods that are not ready',
        }),
      ],
    });
  }
  const isDaemonSet = reference.kind === kinds.daemonSet.kind;
  if (
    !isDaemonSet &&
    index.provesAbsence(kinds.podDisruptionBudget) &&
    !hasBudget(index, workload)
  ) {
    found.push({
      text: 'no PodDisruptionBudget is about its pods',
      isDirect: false,
      evidence: [
        objectEvidence({
          object: reference,
          field: isPod ? 'metadata.labels' : 'spec.template.metadata.labels',
          value: [...workload.podLabels].map(pair => pair.join('=')).join(', '),
          meaning:
            'No PodDisruptionBudget of the namespace selects these labels',
        }),
      ],
    });
  }
  return found;
}

/** Endpoints that all are in one zone, where the cluster has several. */
function endpointWeaknesses(
  service: ServiceDraft,
  input: AssessmentInput,
): Weakness[] {
  const { index } = input;
  if (!hasZones(input) || !index.provesAbsence(kinds.endpointSlice)) {
    return [];
  }
  let first: { slice: KubernetesObject; zone: string } | undefined;
  let count = 0;
  for (const slice of slicesOf(index, service)) {
    for (const endpoint of listField(slice, 'endpoints')) {
      if (field(endpoint, 'conditions.ready') === false) {
        continue;
      }
      const zone = textField(endpoint, 'zone');
      if (zone === undefined || (first && first.zone !== zone)) {
        return [];
      }
      first ??= { slice, zone };
      count += 1;
    }
  }
  return first !== undefined && count > 1
    ? [
        {
          text: `all of its pods are in zone ${first.zone}`,
          isDirect: false,
          evidence: [
            objectEvidence({
              object: first.slice,
              field: 'endpoints[].zone',
              value: first.zone,
              meaning: `All ${count} endpoints are in this zone`,
            }),
          ],
        },
      ]
    : [];
}
