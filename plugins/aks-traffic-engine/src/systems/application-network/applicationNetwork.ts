import { Workload } from '../../model/draft';
import { applicationNetworkNamespace } from '../istio/recognizeIstiod';
import { recognizeBy } from '../recognizeBy';
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

const recognizeProxy = recognizeBy({
  title: 'a member of an Application Network',
  images: ['istio/ztunnel', 'istio/pilot'],
  labels: ['app=ztunnel'],
});

/** A member cluster runs the node proxies; the control plane may be outside. */
function recognizeMember(workload: Workload): Recognition | undefined {
  if (workload.namespace !== applicationNetworkNamespace) {
    return undefined;
  }
  const member = recognizeProxy(workload);
  return member && { ...member, confidence: 'inferred' };
}
