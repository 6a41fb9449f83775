import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../model/resolveContext';
import { KubernetesObject } from '../model/observation';
import { ClusterIndex } from '../objects/ClusterIndex';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import { servesClass } from '../ownership/claimOf';
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
export function controllersOfClasses(options: {
  context: ResolveContext;
  definition: SystemDefinition;
  /** The controllers that workloads were recognised as. */
  recognized: readonly ControllerInstance[];
}): ControllerInstance[] {
  const { context, definition } = options;
  if (context.workloads.readWhole && definition.recognize) {
    return [];
  }
  const evidence = classEvidence(options);
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

function classEvidence(options: {
  context: ResolveContext;
  definition: SystemDefinition;
  recognized: readonly ControllerInstance[];
}): Evidence[] {
  const { context, definition, recognized } = options;
  const { index } = context;
  const meaning = [
    `${definition.title} answers to this value; that it runs was not seen.`,
    definition.sharedController,
  ]
    .filter(sentence => sentence !== undefined)
    .join(' ');
  const ingressClasses = index.list(kinds.ingressClass).flatMap(object => {
    const value = textField(object, 'spec.controller');
    return value !== undefined &&
      systemOfIngressController(value) === definition &&
      !isTakenInFiles({ index, recognized, object })
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

/**
 * Files that describe the controller of a class describe the one that is meant. In a cluster that was not read whole,
 * another controller of the same value may well run beside it.
 */
function isTakenInFiles(options: {
  index: ClusterIndex;
  recognized: readonly ControllerInstance[];
  object: KubernetesObject;
}): boolean {
  const { index, recognized, object } = options;
  return (
    index.origin === 'files' &&
    recognized.some(({ serving }) =>
      serving.some(
        rules => rules.uncertain === undefined && servesClass(rules, object),
      ),
    )
  );
}
