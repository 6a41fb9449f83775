import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { objectEvidence } from '../objects/evidence';
import { numberField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { gatewayWorkloads } from './gateways/gatewayWorkloads';
import { autoscalersFor } from './gateways/selectedBy';
import { nameOf } from './messageText';

/** Gateways that do not grow with the load, or cannot grow any more. */
export const controllerAutoscaling = createRule(
  {
    id: 'controller-autoscaling',
    description:
      'An ingress controller or gateway is not scaled with its load, may shrink to one pod, or is at its upper bound.',
    remediation: {
      summary: 'Scale it between two and as many pods as the load needs.',
      actions: [
        'Add a HorizontalPodAutoscaler with minReplicas of at least 2.',
        'Where it is at maxReplicas, raise the bound, or find out why the load is what it is.',
      ],
    },
  },
  {
    *cluster(input) {
      const { index } = input;
      for (const workload of gatewayWorkloads(input)) {
        const { object, reference, namespace } = workload;
        const { kind, name } = reference;
        if (kind === kinds.daemonSet.kind) {
          continue;
        }
        const [scaler] = autoscalersFor(index, { kind, namespace, name });
        if (scaler === undefined) {
          if (index.provesAbsence(kinds.horizontalPodAutoscaler)) {
            yield {
              situation: 'missing',
              subject: reference,
              message: `${nameOf(
                reference,
              )} has the same number of pods whatever the load. Add a HorizontalPodAutoscaler with at least two pods.`,
              evidence: [
                objectEvidence({
                  object,
                  field: 'spec.replicas',
                  value: numberField(object, 'spec.replicas'),
                  meaning: 'No HorizontalPodAutoscaler scales it',
                }),
              ],
            };
          }
          continue;
        }
        const bound = boundReached(scaler);
        if (bound) {
          yield {
            situation: bound.situation,
            subject: reference,
            message: `${nameOf(reference)} ${bound.text}`,
            evidence: bound.evidence,
          };
        }
      }
    },
  },
);

function boundReached(scaler: KubernetesObject):
  | {
      situation: 'at-maximum' | 'single';
      text: string;
      evidence: Evidence[];
    }
  | undefined {
  const minimum = numberField(scaler, 'spec.minReplicas') ?? 1;
  const maximum = numberField(scaler, 'spec.maxReplicas');
  const current = numberField(scaler, 'status.currentReplicas');
  const evidence = (field: string, value: unknown, meaning: string) =>
    objectEvidence({ object: scaler, field, value, meaning });
  // A scaler whose bounds are the same holds a number on purpose.
  if (
    maximum !== undefined &&
    current !== undefined &&
    current >= maximum &&
    maximum > minimum
  ) {
    return {
      situation: 'at-maximum',
      text: `has as many pods as its HorizontalPodAutoscaler allows: more load makes it slower. Raise maxReplicas, or look for the cause.`,
      evidence: [
        evidence('status.currentReplicas', current, 'Pods there are'),
        evidence('spec.maxReplicas', maximum, 'Pods there may be'),
      ],
    };
  }
  return minimum < 2
    ? {
        situation: 'single',
        text: 'may be scaled down to a single pod, and nothing answers while that pod is moved. Set minReplicas to at least 2.',
        evidence: [
          evidence(
            'spec.minReplicas',
            numberField(scaler, 'spec.minReplicas'),
            'It may shrink to one pod',
          ),
        ],
      }
    : undefined;
}
