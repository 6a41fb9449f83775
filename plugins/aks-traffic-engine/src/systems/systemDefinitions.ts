import { appRoutingGatewayApi } from './app-routing-gateway-api/appRoutingGatewayApi';
import { appRoutingNginx } from './app-routing-nginx/appRoutingNginx';
import { applicationGatewayForContainers } from './application-gateway-for-containers/applicationGatewayForContainers';
import { applicationGatewayIngressController } from './application-gateway-ingress-controller/applicationGatewayIngressController';
import { applicationNetwork } from './application-network/applicationNetwork';
import { cilium } from './cilium/cilium';
import { contour } from './contour/contour';
import { envoyGateway } from './envoy-gateway/envoyGateway';
import { f5Nginx } from './f5-nginx/f5Nginx';
import { haproxy } from './haproxy/haproxy';
import { httpApplicationRouting } from './http-application-routing/httpApplicationRouting';
import { ingressNginx } from './ingress-nginx/ingressNginx';
import { istio } from './istio/istio';
import { kgateway } from './kgateway/kgateway';
import { kong } from './kong/kong';
import { nginxGatewayFabric } from './nginx-gateway-fabric/nginxGatewayFabric';
import { SystemDefinition } from './SystemDefinition';
import { traefik } from './traefik/traefik';

/**
 * Every system the engine knows, the more specific before those whose marks it shares: two add-ons of AKS run the
 * community's NGINX, mirrors give F5's a name that the community's has too, and the first to recognise a workload
 * keeps it.
 */
export const systemDefinitions: readonly SystemDefinition[] = [
  f5Nginx,
  httpApplicationRouting,
  appRoutingNginx,
  ingressNginx,
  nginxGatewayFabric,
  applicationGatewayForContainers,
  applicationGatewayIngressController,
  appRoutingGatewayApi,
  applicationNetwork,
  istio,
  traefik,
  haproxy,
  contour,
  kong,
  envoyGateway,
  kgateway,
  cilium,
];

/** The system that an IngressClass's controller value names. */
export function systemOfIngressController(
  value: string,
): SystemDefinition | undefined {
  return systemDefinitions.find(
    definition =>
      definition.ingressControllers.includes(value) ||
      definition.ingressControllerPrefixes?.some(prefix =>
        value.startsWith(prefix),
      ),
  );
}

/** The system that a GatewayClass's controller name names. */
export function systemOfGatewayController(
  value: string,
): SystemDefinition | undefined {
  return systemDefinitions.find(definition =>
    definition.gatewayControllers.includes(value),
  );
}
