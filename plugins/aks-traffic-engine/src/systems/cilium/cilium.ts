import { SystemDefinition } from '../SystemDefinition';

/**
 * Cilium's own Ingress and Gateway API support. Cilium runs as the data plane of many clusters without serving any
 * of it, so its workloads prove nothing and only a class does; no source confirmed the controller strings.
 */
export const cilium: SystemDefinition = {
  system: 'cilium',
  title: 'Cilium',
  ingressControllers: ['cilium.io/ingress-controller'],
  gatewayControllers: ['io.cilium/gateway-controller'],
  controllersUnverified: true,
  conventionalIngressClasses: ['cilium'],
  conventionalGatewayClasses: ['cilium'],
  defaultServing: [
    {
      order: 'field-first',
      controllerValues: ['cilium.io/ingress-controller'],
      annotationValues: ['cilium'],
      withoutClass: 'unknown',
      evidence: [],
    },
  ],
};
