import { Workload } from '../../model/draft';
import {
  aksIstioNamespace,
  recognizeIstiod,
  revisionOf,
} from '../istio/recognizeIstiod';
import { Recognition, SystemDefinition } from '../SystemDefinition';

/** GatewayClass of the application routing add-on. */
export const appRoutingGatewayClass = 'approuting-istio';

/**
 * The Gateway API of the application routing add-on: an Istio control plane without mesh. Its controller string is not
 * documented and Istio lets it be overridden, so which class is its is resolved with the Gateway's class.
 */
export const appRoutingGatewayApi: SystemDefinition = {
  system: 'app-routing-gateway-api',
  title: 'the Gateway API of the application routing add-on',
  ingressControllers: [],
  gatewayControllers: [],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: [appRoutingGatewayClass],
  recognize: recognizeControlPlane,
  defaultServing: [],
};

/** The add-on's control plane is not revisioned; that of the Istio add-on, which it excludes, always is. */
function recognizeControlPlane(workload: Workload): Recognition | undefined {
  if (
    workload.namespace !== aksIstioNamespace ||
    revisionOf(workload)?.startsWith('asm-') === true
  ) {
    return undefined;
  }
  const istiod = recognizeIstiod(workload);
  return istiod && { ...istiod, confidence: 'inferred' };
}
