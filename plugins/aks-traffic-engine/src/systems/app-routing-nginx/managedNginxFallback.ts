import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../../model/resolveContext';
import { KubernetesObject } from '../../model/observation';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { unreadAnnotationReading } from '../AnnotationReading';
import { ControllerInstance } from '../ControllerInstance';
import { FallbackInput, IngressServing } from '../SystemDefinition';
import {
  controllerValueOf,
  defaultClassName,
  defaultControllerName,
} from './controllerNames';

/** Namespace the application routing operator works in. */
const appRoutingNamespace = 'app-routing-system';

/**
 * Managed NGINX where its workloads could not be read: each NginxIngressController object stands for one controller,
 * and the cluster's row says whether the add-on is on, and whether there is a default one.
 */
export function managedNginxFallback(
  input: FallbackInput,
): ControllerInstance[] {
  const { context } = input;
  if (context.workloads.readWhole) {
    return [];
  }
  const objects = context.index.list(kinds.nginxIngressController);
  const found = objects.map(object => controllerOf(input, object));
  const hasDefault = objects.some(
    ({ metadata }) => metadata.name === defaultControllerName,
  );
  return hasDefault ? found : [...found, ...defaultController(input)];
}

function controllerOf(
  { context, definition }: FallbackInput,
  object: KubernetesObject,
): ControllerInstance {
  const className = textField(object, 'spec.ingressClassName');
  return {
    definition,
    name: object.metadata.name,
    namespace: appRoutingNamespace,
    serving: [servingOf(object.metadata.name, className)],
    frontServices: managedServices(context, object),
    confidence:
      context.managedCluster?.appRouting.enabled === true
        ? 'proven'
        : 'inferred',
    evidence: [
      objectEvidence({
        object,
        field: 'spec.ingressClassName',
        value: className,
        meaning:
          'The operator of the application routing add-on runs an NGINX for this object.',
      }),
      ...addOnEvidence(context),
    ],
  };
}

/** The controller that the add-on makes unless its default type is None. */
function defaultController({
  context,
  definition,
}: FallbackInput): ControllerInstance[] {
  const { managedCluster } = context;
  const { enabled, nginxDefault, gatewayApiIstioMode } =
    managedCluster?.appRouting ?? {};
  // The add-on without NGINX is there for the Gateway API, or says so.
  const isWithout =
    nginxDefault === 'None' ||
    (nginxDefault === undefined && gatewayApiIstioMode === 'Enabled');
  if (managedCluster === undefined || enabled !== true || isWithout) {
    return [];
  }
  return [
    {
      definition,
      name: defaultControllerName,
      namespace: appRoutingNamespace,
      serving: [servingOf(defaultControllerName, defaultClassName)],
      frontServices: [],
      confidence: 'inferred',
      evidence: [
        ...addOnEvidence(context),
        armEvidence({
          armId: managedCluster.armId,
          field:
            'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType',
          value: nginxDefault,
          meaning:
            nginxDefault === undefined
              ? 'The add-on has a default NGINX unless this says None; the row says nothing.'
              : 'The add-on has a default NGINX of this type.',
        }),
      ],
    },
  ];
}

function servingOf(
  name: string,
  className: string | undefined,
): IngressServing {
  return {
    order: 'field-first',
    controllerValues: [controllerValueOf(name)],
    annotationValues: className === undefined ? [] : [className],
    withoutClass: false,
    annotationReading: unreadAnnotationReading,
    evidence: [],
  };
}

function managedServices(
  context: ResolveContext,
  controller: KubernetesObject,
): KubernetesObject[] {
  const names = listField(controller, 'status.managedResourceRefs')
    .filter(reference => textField(reference, 'kind') === 'Service')
    .flatMap(reference => textField(reference, 'name') ?? []);
  const wanted =
    names.length === 0 && controller.metadata.name === defaultControllerName
      ? ['nginx']
      : names;
  return wanted.flatMap(
    name => context.index.get(kinds.service, name, appRoutingNamespace) ?? [],
  );
}

function addOnEvidence({ managedCluster }: ResolveContext): Evidence[] {
  const enabled = managedCluster?.appRouting.enabled;
  if (managedCluster === undefined || enabled === undefined) {
    return [];
  }
  return [
    armEvidence({
      armId: managedCluster.armId,
      field: 'properties.ingressProfile.webAppRouting.enabled',
      value: enabled,
      meaning: enabled
        ? 'The application routing add-on is on.'
        : 'The add-on is off; what it created may still run.',
    }),
  ];
}
