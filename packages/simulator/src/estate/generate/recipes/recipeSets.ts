import { AddressSlot, deploymentManifest } from '../manifests';
import { gatewayRecipe } from './gatewayRecipe';
import { ingressRecipe } from './ingressRecipe';
import { istioRecipe } from './istioRecipe';
import { Recipe } from './Recipe';

function appRoutingNginx(exposure: AddressSlot): Recipe {
  const controller = 'webapprouting.kubernetes.azure.com/nginx';
  const className = 'webapprouting.kubernetes.azure.com';
  const recipe = ingressRecipe({
    system: 'app-routing-nginx',
    exposure,
    risk: 'high',
    namespace: 'app-routing-system',
    name: 'nginx',
    className,
    controller,
    image: 'mcr.microsoft.com/oss/v2/ingress-nginx/controller:v1.13.9',
    labels: {
      app: 'nginx',
      'app.kubernetes.io/component': 'ingress-controller',
      'app.kubernetes.io/managed-by': 'aks-app-routing-operator',
    },
    args: [
      '/nginx-ingress-controller',
      `--ingress-class=${className}`,
      `--controller-class=${controller}`,
      '--publish-service=$(POD_NAMESPACE)/nginx',
    ],
    apis: ['app-routing'],
    clusterProperties: {
      ingressProfile: {
        webAppRouting: {
          enabled: true,
          nginx: {
            defaultIngressControllerType:
              exposure === 'internal' ? 'Internal' : 'External',
          },
        },
      },
    },
  });
  return {
    ...recipe,
    controller: [
      ...recipe.controller,
      {
        object: {
          apiVersion: 'approuting.kubernetes.azure.com/v1alpha1',
          kind: 'NginxIngressController',
          metadata: { name: 'default' },
          spec: { controllerNamePrefix: 'nginx', ingressClassName: className },
        },
      },
    ],
  };
}

function appRoutingGateway(exposure: AddressSlot): Recipe {
  return gatewayRecipe({
    system: 'app-routing-gateway-api',
    exposure,
    className: 'approuting-istio',
    controllerName: 'istio.io/gateway-controller',
    controlPlane: deploymentManifest({
      namespace: 'aks-istio-system',
      name: 'istiod',
      image: 'mcr.microsoft.com/oss/v2/istio/pilot:v1.29.2',
      labels: { app: 'istiod', istio: 'pilot' },
    }),
    proxyImage: 'mcr.microsoft.com/oss/v2/istio/proxyv2:v1.29.2',
    proxyName: 'shared-approuting-istio',
    proxyNamespace: 'gateways',
    proxyLabels: {
      'gateway.istio.io/managed': 'istio.io-gateway-controller',
      'gateway.networking.k8s.io/gateway-name': 'shared',
    },
    apis: ['app-routing', 'gateway-api-1.4.1-aks'],
    clusterProperties: {
      ingressProfile: {
        gatewayAPI: { installation: 'Standard' },
        webAppRouting: {
          enabled: true,
          nginx: { defaultIngressControllerType: 'None' },
          gatewayAPIImplementations: { appRoutingIstio: { mode: 'Enabled' } },
        },
      },
    },
  });
}

function envoyGateway(exposure: AddressSlot): Recipe {
  return gatewayRecipe({
    system: 'envoy-gateway',
    exposure,
    className: 'eg',
    controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
    controlPlane: deploymentManifest({
      namespace: 'envoy-gateway-system',
      name: 'envoy-gateway',
      image: 'docker.io/envoyproxy/gateway:v1.6.0',
      labels: { 'control-plane': 'envoy-gateway' },
    }),
    proxyImage: 'docker.io/envoyproxy/envoy:distroless-v1.36.2',
    proxyName: 'envoy-gateways-shared-5d0f1c2a',
    proxyNamespace: 'envoy-gateway-system',
    proxyLabels: {
      'app.kubernetes.io/managed-by': 'envoy-gateway',
      'app.kubernetes.io/name': 'envoy',
      'gateway.envoyproxy.io/owning-gateway-name': 'shared',
      'gateway.envoyproxy.io/owning-gateway-namespace': 'gateways',
    },
    apis: ['gateway-api-1.4.1-standard', 'envoy-gateway'],
  });
}

function communityNginx(exposure: AddressSlot): Recipe {
  return ingressRecipe({
    system: 'ingress-nginx',
    exposure,
    risk: exposure === 'public' ? 'critical' : 'high',
    namespace: 'ingress-nginx',
    name: 'ingress-nginx-controller',
    className: 'nginx',
    controller: 'k8s.io/ingress-nginx',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.12.6',
    labels: {
      'app.kubernetes.io/component': 'controller',
      'app.kubernetes.io/instance': 'ingress-nginx',
      'app.kubernetes.io/name': 'ingress-nginx',
    },
    args: [
      '/nginx-ingress-controller',
      '--controller-class=k8s.io/ingress-nginx',
      '--ingress-class=nginx',
      '--publish-service=$(POD_NAMESPACE)/ingress-nginx-controller',
    ],
  });
}

function f5Nginx(exposure: AddressSlot): Recipe {
  return ingressRecipe({
    system: 'f5-nginx',
    exposure,
    risk: 'none',
    namespace: 'nginx-ingress',
    name: 'nginx-ingress',
    className: 'nginx',
    controller: 'nginx.org/ingress-controller',
    image: 'docker.io/nginx/nginx-ingress:5.2.1',
    labels: { 'app.kubernetes.io/name': 'nginx-ingress' },
    args: ['-ingress-class=nginx', '-external-service=nginx-ingress'],
    apis: ['f5-nginx'],
  });
}

function traefik(exposure: AddressSlot): Recipe {
  return ingressRecipe({
    system: 'traefik',
    exposure,
    risk: 'none',
    namespace: 'traefik',
    name: 'traefik',
    className: 'traefik',
    controller: 'traefik.io/ingress-controller',
    image: 'docker.io/library/traefik:v3.7.1',
    labels: { 'app.kubernetes.io/name': 'traefik' },
    args: [
      '--providers.kubernetesingress',
      '--providers.kubernetesingress.ingressendpoint.publishedservice=traefik/traefik',
    ],
    apis: ['traefik'],
  });
}

/** What stands together in one sort of cluster; nothing here excludes its neighbour. */
export const recipeSets: readonly (readonly Recipe[])[] = [
  [appRoutingNginx('public')],
  [appRoutingGateway('public')],
  [communityNginx('public'), appRoutingNginx('internal')],
  [istioRecipe('public')],
  [f5Nginx('internal'), traefik('public')],
  [communityNginx('internal')],
  [envoyGateway('public'), traefik('internal')],
  [appRoutingGateway('internal')],
  [istioRecipe('internal')],
];
