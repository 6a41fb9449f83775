import { Workload } from '../../model/draft';
import {
  IngressServing,
  Recognition,
  SystemDefinition,
} from '../SystemDefinition';
import {
  aksIstioNamespace,
  applicationNetworkNamespace,
  recognizeIstiod,
  revisionOf,
} from './recognizeIstiod';

const ingressServing: IngressServing = {
  order: 'field-first',
  controllerValues: ['istio.io/ingress-controller'],
  annotationValues: ['istio'],
  withoutClass: false,
  evidence: [],
};

/** Istio as the AKS add-on or installed by its users: classic gateways and the Gateway API. */
export const istio: SystemDefinition = {
  system: 'istio',
  title: 'Istio',
  ingressControllers: ['istio.io/ingress-controller'],
  gatewayControllers: ['istio.io/gateway-controller'],
  conventionalIngressClasses: ['istio'],
  conventionalGatewayClasses: ['istio'],
  recognize: recognizeIstio,
  serving: () => [ingressServing],
  defaultServing: [ingressServing],
};

function recognizeIstio(workload: Workload): Recognition | undefined {
  const istiod = recognizeIstiod(workload);
  if (!istiod || workload.namespace === applicationNetworkNamespace) {
    return undefined;
  }
  const unrevisioned = revisionOf(workload)?.startsWith('asm-') !== true;
  return workload.namespace === aksIstioNamespace && unrevisioned
    ? undefined
    : istiod;
}
