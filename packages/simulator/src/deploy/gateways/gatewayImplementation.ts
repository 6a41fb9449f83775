import { specOf } from '../../estate/materialise/fields';
import { StoredObject } from '../../estate/types';
import { DeployContext } from '../DeployContext';

/** What runs behind a Gateway: a proxy in the cluster, or a resource of Azure. */
export interface GatewayImplementation {
  controllerName: string;
  /** What is appended to the name of the Gateway for the objects of its proxy; absent when none runs in the cluster. */
  proxySuffix?: string;
}

/** By value of `spec.controllerName`; controllers the simulator does not play leave a Gateway as it is. */
const implementations = new Map<string, 'proxy' | 'azure'>([
  ['istio.io/gateway-controller', 'proxy'],
  ['alb.networking.azure.io/alb-controller', 'azure'],
]);

/** The implementation of a Gateway; none when its class does not exist or belongs to somebody else. */
export function gatewayImplementation(
  gateway: StoredObject,
  context: DeployContext,
): GatewayImplementation | undefined {
  const className = String(specOf(gateway).gatewayClassName ?? '');
  const gatewayClass = context.find('GatewayClass', className);
  const controllerName = String(
    (gatewayClass && specOf(gatewayClass).controllerName) ?? '',
  );
  const runs = implementations.get(controllerName);
  return runs === undefined
    ? undefined
    : {
        controllerName,
        ...(runs === 'proxy' && { proxySuffix: className }),
      };
}
