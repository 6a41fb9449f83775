import {
  AddressSlot,
  deploymentManifest,
  ingressClassManifest,
  ingressManifest,
  namespaceManifest,
  serviceManifest,
} from '../manifests';
import { Recipe } from './Recipe';

/** A controller of the Ingress API: class, workload, load balancer. */
export function ingressRecipe(options: {
  system: string;
  exposure: AddressSlot;
  risk: string;
  namespace: string;
  name: string;
  className: string;
  controller: string;
  image: string;
  labels: Record<string, string>;
  args: string[];
  apis?: string[];
  clusterProperties?: Record<string, unknown>;
}): Recipe {
  const { system, exposure, risk, namespace, name, className, labels } =
    options;
  return {
    system,
    exposure,
    risk,
    apis: options.apis ?? [],
    clusterProperties: options.clusterProperties,
    controller: [
      { object: namespaceManifest(namespace) },
      { object: ingressClassManifest(className, options.controller) },
      {
        object: deploymentManifest({
          namespace,
          name,
          image: options.image,
          args: options.args,
          labels,
        }),
      },
      {
        object: serviceManifest({
          namespace,
          name,
          type: 'LoadBalancer',
          labels,
          selector: labels,
          internal: exposure === 'internal',
        }),
        address: exposure,
      },
    ],
    expose: service => [
      {
        object: ingressManifest({ ...service, className }),
        address: exposure,
      },
    ],
  };
}
