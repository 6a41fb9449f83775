import {
  AddressSlot,
  deploymentManifest,
  namespaceManifest,
  serviceManifest,
} from '../manifests';
import { Recipe } from './Recipe';

/** The Istio add-on with its classic gateway, external or internal. */
export function istioRecipe(exposure: AddressSlot): Recipe {
  const internal = exposure === 'internal';
  const name = `aks-istio-ingressgateway-${internal ? 'internal' : 'external'}`;
  const labels = { app: name, istio: name };
  return {
    system: 'istio',
    exposure,
    risk: 'none',
    apis: ['istio'],
    clusterProperties: {
      serviceMeshProfile: {
        mode: 'Istio',
        istio: {
          revisions: ['asm-1-30'],
          components: {
            ingressGateways: [
              { mode: internal ? 'Internal' : 'External', enabled: true },
            ],
          },
        },
      },
    },
    controller: [
      { object: namespaceManifest('aks-istio-system') },
      { object: namespaceManifest('aks-istio-ingress') },
      {
        object: deploymentManifest({
          namespace: 'aks-istio-system',
          name: 'istiod-asm-1-30',
          image: 'mcr.microsoft.com/oss/v2/istio/pilot:v1.30.1-1',
          labels: { app: 'istiod', 'istio.io/rev': 'asm-1-30' },
        }),
      },
      {
        object: deploymentManifest({
          namespace: 'aks-istio-ingress',
          name: `${name}-asm-1-30`,
          image: 'mcr.microsoft.com/oss/v2/istio/proxyv2:v1.30.1-1',
          labels,
        }),
      },
      {
        object: serviceManifest({
          namespace: 'aks-istio-ingress',
          name,
          type: 'LoadBalancer',
          labels,
          selector: labels,
          internal,
        }),
        address: exposure,
      },
      {
        object: {
          apiVersion: 'networking.istio.io/v1',
          kind: 'Gateway',
          metadata: { name: 'shared', namespace: 'aks-istio-ingress' },
          spec: {
            selector: { istio: name },
            servers: [
              {
                port: { number: 80, name: 'http', protocol: 'HTTP' },
                hosts: ['*'],
              },
            ],
          },
        },
      },
    ],
    expose: service => [
      {
        object: {
          apiVersion: 'networking.istio.io/v1',
          kind: 'VirtualService',
          metadata: service,
          spec: {
            gateways: ['aks-istio-ingress/shared'],
            hosts: [`${service.name}.${service.namespace}.example`],
            http: [
              {
                route: [
                  { destination: { host: service.name, port: { number: 80 } } },
                ],
              },
            ],
          },
        },
      },
    ],
  };
}
