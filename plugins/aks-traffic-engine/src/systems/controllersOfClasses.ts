import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../model/resolveContext';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { ControllerInstance } from './ControllerInstance';
import { SystemDefinition } from './SystemDefinition';
import {
  systemOfGatewayController,
  systemOfIngressController,
} from './systemDefinitions';

/**
 * A controller that only its classes speak of. Where workloads were read whole, a class without a workload is an
 * orphan and no controller, except for systems that cannot be told by their workloads.
 */
export function controllersOfClasses(
  context: ResolveContext,
  definition: SystemDefinition,
): ControllerInstance[] {
  if (context.workloads.readWhole && definition.recognize) {
    return [];
  }
  const evidence = classEvidence(context, definition);
  const values = evidence.map(({ value }) => value);
  if (evidence.length === 0) {
    return [];
  }
  return [
    {
      definition,
      name: definition.system,
      serving: definition.defaultServing.map(rules => ({
        ...rules,
        controllerValues: [...rules.controllerValues, ...values],
      })),
      frontServices: [],
      confidence: 'inferred',
      evidence,
    },
  ];
}

function classEvidence(
  { index }: ResolveContext,
  definition: SystemDefinition,
): Evidence[] {
  const meaning = [
    `${definition.title} answers to this value; that it runs was not seen.`,
    definition.sharedController,
  ]
    .filter(sentence => sentence !== undefined)
    .join(' ');
  const ingressClasses = index.list(kinds.ingressClass).flatMap(object => {
    const value = textField(object, 'spec.controller');
    return value !== undefined &&
      systemOfIngressController(value) === definition
      ? objectEvidence({ object, field: 'spec.controller', value, meaning })
      : [];
  });
  const gatewayClasses = index.list(kinds.gatewayClass).flatMap(object => {
    const value = textField(object, 'spec.controllerName');
    return value !== undefined &&
      systemOfGatewayController(value) === definition
      ? objectEvidence({ object, field: 'spec.controllerName', value, meaning })
      : [];
  });
  return [...ingressClasses, ...gatewayClasses];
}
