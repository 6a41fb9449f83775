import { OrphanDraft } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { findCondition, conditionText } from '../objects/conditions';
import { objectEvidence } from '../objects/evidence';
import { field, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { referenceOf } from '../objects/metadata';
import { servesClass } from '../ownership/claimOf';
import { ControllerInstance } from '../systems/ControllerInstance';
import { systemOfIngressController } from '../systems/systemDefinitions';

/** IngressClasses and GatewayClasses that nothing serves. */
export function classOrphans(
  context: ResolveContext,
  controllers: readonly ControllerInstance[],
): OrphanDraft[] {
  return [
    ...context.index
      .list(kinds.ingressClass)
      .flatMap(object => ingressClassOrphan(context, controllers, object)),
    ...context.index
      .list(kinds.gatewayClass)
      .flatMap(object => gatewayClassOrphan(context, object)),
  ];
}

function ingressClassOrphan(
  { workloads }: ResolveContext,
  controllers: readonly ControllerInstance[],
  object: KubernetesObject,
): OrphanDraft[] {
  const value = textField(object, 'spec.controller');
  const definition = systemOfIngressController(value ?? '');
  // A controller without a name here may well run: only known systems can be found missing.
  if (!workloads.readWhole || !definition) {
    return [];
  }
  const served = controllers.some(({ serving }) =>
    serving.some(rules => servesClass(rules, object)),
  );
  return served
    ? []
    : [
        {
          resource: referenceOf(object),
          reason: `it names ${definition.title}, and no controller in the cluster serves it`,
          evidence: [
            objectEvidence({
              object,
              field: 'spec.controller',
              value,
              meaning: 'No workload of the cluster answers to this value.',
            }),
          ],
        },
      ];
}

/** Every implementation reports on its classes; one that nobody accepted has none. */
function gatewayClassOrphan(
  { index }: ResolveContext,
  object: KubernetesObject,
): OrphanDraft[] {
  const accepted = findCondition(field(object, 'status'), 'Accepted');
  if (index.origin === 'files' || accepted?.status === 'True') {
    return [];
  }
  return [
    {
      resource: referenceOf(object),
      reason: `no controller has accepted it (its controller name is ${
        textField(object, 'spec.controllerName') ?? 'missing'
      })`,
      evidence: [
        objectEvidence({
          object,
          field: 'status.conditions[type=Accepted]',
          value: accepted && conditionText(accepted),
          meaning: 'No controller reports that it implements the class.',
        }),
      ],
    },
  ];
}
