import { Workload } from '../../model/draft';
import {
  applicationNetworkNamespace,
  recognizeIstiod,
} from '../istio/recognizeIstiod';
import { Recognition, SystemDefinition } from '../SystemDefinition';

/**
 * Azure Kubernetes Application Network: an ambient mesh on Istio whose ingress gateway is an ordinary Gateway. It has
 * no controller string of its own, so which classes are its is resolved with the Gateway's class.
 */
export const applicationNetwork: SystemDefinition = {
  system: 'application-network',
  title: 'Azure Kubernetes Application Network',
  ingressControllers: [],
  gatewayControllers: [],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: [],
  recognize: recognizeMember,
  defaultServing: [],
};

function recognizeMember(workload: Workload): Recognition | undefined {
  if (workload.namespace !== applicationNetworkNamespace) {
    return undefined;
  }
  const istiod = recognizeIstiod(workload);
  return istiod && { ...istiod, confidence: 'inferred' };
}
