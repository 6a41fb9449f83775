import { StoredObject } from '../../types';
import {
  AddressSlot,
  deploymentManifest,
  gatewayClassManifest,
  gatewayManifest,
  httpRouteManifest,
  namespaceManifest,
  serviceManifest,
} from '../manifests';
import { Recipe } from './Recipe';

/** An implementation of the Gateway API with one Gateway, for which it made a workload and a load balancer. */
export function gatewayRecipe(options: {
  system: string;
  exposure: AddressSlot;
  className: string;
  controllerName: string;
  controlPlane: StoredObject;
  proxyImage: string;
  proxyName: string;
  proxyNamespace: string;
  proxyLabels: Record<string, string>;
  apis: string[];
  clusterProperties?: Record<string, unknown>;
}): Recipe {
  const { system, exposure, className, controllerName, proxyLabels } = options;
  const gateway = { namespace: 'gateways', name: 'shared' };
  const internal = exposure === 'internal';
  const namespaces = new Set([
    gateway.namespace,
    options.proxyNamespace,
    options.controlPlane.metadata.namespace!,
  ]);
  return {
    system,
    exposure,
    risk: 'none',
    apis: options.apis,
    clusterProperties: options.clusterProperties,
    controller: [
      ...[...namespaces].map(name => ({ object: namespaceManifest(name) })),
      { object: gatewayClassManifest(className, controllerName) },
      { object: options.controlPlane },
      {
        object: gatewayManifest({ ...gateway, className, internal }),
        address: exposure,
      },
      {
        object: deploymentManifest({
          namespace: options.proxyNamespace,
          name: options.proxyName,
          image: options.proxyImage,
          labels: proxyLabels,
        }),
      },
      {
        object: serviceManifest({
          namespace: options.proxyNamespace,
          name: options.proxyName,
          type: 'LoadBalancer',
          labels: proxyLabels,
          selector: proxyLabels,
          internal,
        }),
        address: exposure,
      },
    ],
    expose: service => [
      { object: httpRouteManifest({ ...service, gateway, controllerName }) },
    ],
  };
}
