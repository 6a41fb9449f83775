import { recognizeBy } from '../recognizeBy';
import { SystemDefinition } from '../SystemDefinition';

/** NGINX Gateway Fabric: Gateway API only, and not what any NGINX retirement is about. */
export const nginxGatewayFabric: SystemDefinition = {
  system: 'nginx-gateway-fabric',
  title: 'NGINX Gateway Fabric',
  ingressControllers: [],
  gatewayControllers: ['gateway.nginx.org/nginx-gateway-controller'],
  conventionalIngressClasses: [],
  conventionalGatewayClasses: [],
  recognize: recognizeBy({
    title: 'NGINX Gateway Fabric',
    images: ['nginx-gateway-fabric'],
    labels: ['app.kubernetes.io/name=nginx-gateway-fabric'],
  }),
  defaultServing: [],
};
