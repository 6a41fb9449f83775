import { objectEvidence } from '../objects/evidence';
import { field, listField, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { createRule } from './createRule';
import { hasZones, zoneLabel } from './gateways/clusterZones';
import { gatewayWorkloads } from './gateways/gatewayWorkloads';
import { nameOf } from './messageText';

/** Gateways that nothing asks the scheduler to spread over zones. */
export const controllerZoneSpread = createRule(
  {
    id: 'controller-zone-spread',
    description:
      'Nothing asks the scheduler to spread the pods of an ingress controller or gateway over zones.',
    remediation: {
      summary: 'Ask for it in the pod template.',
      actions: [
        'Add a topologySpreadConstraint with topologyKey topology.kubernetes.io/zone, maxSkew 1 and whenUnsatisfiable ScheduleAnyway.',
        'Where Azure makes the workload, run more replicas instead: its template cannot be changed.',
      ],
    },
  },
  {
    *cluster(input) {
      const { origin } = input.index;
      if (origin === 'api' && !hasZones(input)) {
        return;
      }
      for (const workload of gatewayWorkloads(input)) {
        const { object, podSpec, reference, isManaged } = workload;
        if (object.kind === kinds.daemonSet.kind || isSpread(podSpec)) {
          continue;
        }
        yield {
          situation: isManaged ? 'managed' : 'found',
          subject: reference,
          message: `Nothing asks for the pods of ${nameOf(
            reference,
          )} to run in different zones: they do so by chance only. ${
            isManaged
              ? 'Azure makes this workload, so more replicas are all that can be done.'
              : 'Add a topologySpreadConstraint over zones.'
          }`,
          evidence: [
            objectEvidence({
              object,
              field: 'spec.template.spec.topologySpreadConstraints',
              value: field(podSpec, 'topologySpreadConstraints'),
              meaning: 'No constraint is about zones',
            }),
          ],
        };
      }
    },
  },
);

/** A constraint on zones, or pods that avoid zones with pods like them. */
function isSpread(podSpec: unknown): boolean {
  const antiAffinity = 'affinity.podAntiAffinity';
  const terms = [
    ...listField(podSpec, 'topologySpreadConstraints'),
    ...listField(
      podSpec,
      `${antiAffinity}.requiredDuringSchedulingIgnoredDuringExecution`,
    ),
    ...listField(
      podSpec,
      `${antiAffinity}.preferredDuringSchedulingIgnoredDuringExecution`,
    ).map(term => field(term, 'podAffinityTerm')),
  ];
  return terms.some(term => textField(term, 'topologyKey') === zoneLabel);
}
