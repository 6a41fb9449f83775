import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ResolveContext } from '../../model/resolveContext';
import { KubernetesObject } from '../../model/observation';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { listField, textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { ControllerInstance } from '../ControllerInstance';
import { FallbackInput } from '../SystemDefinition';

/** Namespace the application routing operator works in. */
const appRoutingNamespace = 'app-routing-system';

/**
 * Managed NGINX where its workloads could not be read: each NginxIngressController object stands for one controller,
 * and the cluster's row says whether the add-on is on.
 */
export function managedNginxFallback({
  context,
  definition,
}: FallbackInput): ControllerInstance[] {
  if (context.workloads.readWhole) {
    return [];
  }
  const addOn = addOnEvidence(context);
  return context.index.list(kinds.nginxIngressController).map(object => {
    const { name } = object.metadata;
    const className = textField(object, 'spec.ingressClassName');
    return {
      definition,
      name,
      namespace: appRoutingNamespace,
      serving: [
        {
          order: 'field-first',
          controllerValues: [
            name === 'default'
              ? 'webapprouting.kubernetes.azure.com/nginx'
              : `approuting.kubernetes.azure.com/${name}`,
          ],
          annotationValues: className === undefined ? [] : [className],
          withoutClass: false,
          evidence: [],
        },
      ],
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
        ...addOn,
      ],
    };
  });
}

function managedServices(
  context: ResolveContext,
  controller: KubernetesObject,
): KubernetesObject[] {
  const names = listField(controller, 'status.managedResourceRefs')
    .filter(reference => textField(reference, 'kind') === 'Service')
    .flatMap(reference => textField(reference, 'name') ?? []);
  const wanted =
    names.length === 0 && controller.metadata.name === 'default'
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
