import { AssessmentInput } from '../model/stages';
import { createRule, Report } from './createRule';
import { GatewayWorkload } from './gateways/GatewayWorkload';
import { gatewaysOf, gatewayWorkloads } from './gateways/gatewayWorkloads';
import { replicasOf } from '../objects/replicas';
import { nameOf } from './messageText';
import { SituationOf } from './severities';

/** Gateways and ingress controllers that run as a single pod, or as none. */
export const controllerReplicas = createRule(
  {
    id: 'controller-replicas',
    description:
      'An ingress controller or gateway has fewer than two ready replicas.',
    remediation: {
      summary: 'Run at least two replicas.',
      actions: [
        'Set spec.replicas, or minReplicas of its HorizontalPodAutoscaler, to 2 or more.',
        'When replicas were asked for and are not ready, read the events of the pods.',
      ],
    },
  },
  {
    *cluster(input) {
      yield* reports(gatewayWorkloads(input), input);
    },
    *service(service, input) {
      yield* reports(gatewaysOf(service, input), input);
    },
  },
);

function* reports(
  workloads: readonly GatewayWorkload[],
  { index }: AssessmentInput,
): Iterable<Report<SituationOf<'controller-replicas'>>> {
  for (const { object, reference } of workloads) {
    const replicas = replicasOf(object, index.origin);
    if (replicas !== undefined && replicas.count < 2) {
      const isDown = replicas.count === 0;
      yield {
        situation: isDown ? 'none' : 'single',
        subject: reference,
        message: isDown
          ? `${nameOf(
              reference,
            )} carries traffic and has no ready pod: nothing that is reached through it answers. Bring it up, or move what it serves.`
          : `${nameOf(
              reference,
            )} carries traffic with a single pod: while that pod is moved, nothing that is reached through it answers. Run at least two.`,
        evidence: [replicas.evidence()],
      };
    }
  }
}
