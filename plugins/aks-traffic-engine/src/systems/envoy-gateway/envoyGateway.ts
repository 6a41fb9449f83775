import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';

/** Envoy Gateway: Gateway API only; its proxies run in its own namespace. */
export const envoyGateway: SystemDefinition = {
  system: 'envoy-gateway',
  title: 'Envoy Gateway',
  ingressControllers: [],
  gatewayControllers: ['gateway.envoyproxy.io/gatewayclass-controller'],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: ['eg'],
  recognize: recognizeBy({
    title: 'Envoy Gateway',
    images: ['envoyproxy/gateway', 'envoyproxy/gateway-dev'],
    labels: ['control-plane=envoy-gateway'],
  }),
  defaultServing: [],
};
