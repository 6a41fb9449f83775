import { ManagedCluster } from '../../azure/facts';
import { declaredCapabilities } from '../../exposure/loadBalancerCapabilities';
import { plainReach, Reach } from '../../exposure/Reach';
import { serviceAnnotations } from '../../exposure/serviceAnnotations';
import { ResolveContext } from '../../model/resolveContext';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { textListField, textMapField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { ControllerInstance } from '../ControllerInstance';
import { defaultControllerName, nameOfController } from './controllerNames';

/**
 * From where managed NGINX is meant to be reached. The cluster's row decides about the default controller, whose
 * annotations the operator overwrites unless they are to decide; of all others the annotations of their object do.
 */
export function declaredNginxReach(
  context: ResolveContext,
  controller: ControllerInstance,
): Reach | undefined {
  const name = nameOfController(controller);
  const { index, managedCluster } = context;
  const byRow =
    name === defaultControllerName && managedCluster
      ? declaredByRow(managedCluster)
      : undefined;
  const object =
    name === undefined
      ? undefined
      : index.get(kinds.nginxIngressController, name);
  if (byRow || !object) {
    return byRow;
  }
  const annotations = textMapField(object, 'spec.loadBalancerAnnotations');
  const value = annotations.get(serviceAnnotations.internal);
  const reach = plainReach(value === 'true' ? 'internal' : 'public', [
    objectEvidence({
      object,
      field: `spec.loadBalancerAnnotations["${serviceAnnotations.internal}"]`,
      value,
      meaning:
        value === 'true'
          ? 'An internal load balancer is asked for.'
          : 'Without the internal annotation the controller gets a public load balancer.',
    }),
  ]);
  return {
    ...reach,
    capabilities: declaredCapabilities({
      annotation: key => annotations.get(key),
      sourceRanges: textListField(object, 'spec.loadBalancerSourceRanges'),
    }),
  };
}

function declaredByRow({
  armId,
  appRouting,
}: ManagedCluster): Reach | undefined {
  const exposure = new Map([
    ['External', 'public'],
    ['Internal', 'internal'],
  ] as const).get(appRouting.nginxDefault as 'External' | 'Internal');
  return exposure === undefined
    ? undefined
    : plainReach(exposure, [
        armEvidence({
          armId,
          field:
            'properties.ingressProfile.webAppRouting.nginx.defaultIngressControllerType',
          value: appRouting.nginxDefault,
          meaning: `The default controller is to be ${exposure}.`,
        }),
      ]);
}
