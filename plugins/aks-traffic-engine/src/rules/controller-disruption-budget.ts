import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { absent, objectEvidence } from '../objects/evidence';
import { field, numberField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { gatewayWorkloads } from './gateways/gatewayWorkloads';
import { budgetsFor } from './gateways/selectedBy';
import { nameOf } from './messageText';

/** Gateways without a PodDisruptionBudget, or with one that lets nobody drain their nodes. */
export const controllerDisruptionBudget = createRule(
  {
    id: 'controller-disruption-budget',
    description:
      'An ingress controller or gateway has no PodDisruptionBudget, or one that allows no disruption at all.',
    remediation: {
      summary: 'Add a PodDisruptionBudget with maxUnavailable 1.',
      actions: [
        'Create a PodDisruptionBudget whose selector matches the pods, with maxUnavailable: 1.',
        'Where one exists and allows nothing, raise the replicas or lower minAvailable: node upgrades wait for it.',
      ],
    },
  },
  {
    *cluster(input) {
      const { index } = input;
      if (!index.provesAbsence(kinds.podDisruptionBudget)) {
        return;
      }
      for (const workload of gatewayWorkloads(input)) {
        if (workload.object.kind === kinds.daemonSet.kind) {
          continue;
        }
        const name = nameOf(workload.reference);
        const budgets = budgetsFor(index, workload);
        if (budgets.length === 0) {
          yield {
            situation: 'missing',
            subject: workload.reference,
            message: `No PodDisruptionBudget is about the pods of ${name}: a node upgrade may take all of them at once. Add one with maxUnavailable 1.`,
            evidence: [
              objectEvidence({
                object: workload.object,
                field: 'spec.template.metadata.labels',
                value: [...workload.podLabels]
                  .map(pair => pair.join('='))
                  .join(', '),
                meaning:
                  'No PodDisruptionBudget of the namespace selects these labels',
              }),
            ],
          };
          continue;
        }
        const evidence = budgets.flatMap(
          budget => blockingEvidence(budget) ?? [],
        );
        if (evidence.length > 0) {
          yield {
            situation: 'blocking',
            subject: workload.reference,
            message: `The PodDisruptionBudget of ${name} allows no disruption: node upgrades wait for it. Raise the replicas or allow one pod to be missing.`,
            evidence,
          };
        }
      }
    },
  },
);

/** What a budget says that allows nothing. The status alone may be a moment's; the spec is meant. */
function blockingEvidence(budget: KubernetesObject): Evidence | undefined {
  const maxUnavailable = field(budget, 'spec.maxUnavailable');
  const minAvailable = field(budget, 'spec.minAvailable');
  if (maxUnavailable === 0 || maxUnavailable === '0%') {
    return evidenceOf(budget, 'spec.maxUnavailable', maxUnavailable);
  }
  if (minAvailable === '100%') {
    return evidenceOf(budget, 'spec.minAvailable', minAvailable);
  }
  const expected = numberField(budget, 'status.expectedPods');
  const allowed = numberField(budget, 'status.disruptionsAllowed');
  return typeof minAvailable === 'number' &&
    allowed === 0 &&
    (expected === undefined || minAvailable >= expected)
    ? evidenceOf(
        budget,
        'status.disruptionsAllowed',
        `${allowed}, with minAvailable ${minAvailable}`,
      )
    : undefined;
}

function evidenceOf(
  budget: KubernetesObject,
  path: string,
  value: unknown,
): Evidence {
  return objectEvidence({
    object: budget,
    field: path,
    value: value ?? absent,
    meaning: 'No pod may be missing',
  });
}
