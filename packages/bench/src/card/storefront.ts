import { SimulatedFleet } from '../fleet/startSimulator';

/** The entity whose card is read. */
export const entityName = 'storefront';
const namespace = 'bench';
const label = { 'backstage.io/kubernetes-id': entityName };

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: entityName, namespace, labels: label },
    spec: {
      replicas: 2,
      selector: { matchLabels: label },
      template: {
        metadata: { labels: label },
        spec: {
          containers: [{ name: 'main', image: 'contoso.azurecr.io/shop:1' }],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: entityName, namespace, labels: label },
    spec: { selector: label, ports: [{ port: 80, targetPort: 8080 }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: entityName,
      namespace,
      labels: label,
      annotations: { 'nginx.ingress.kubernetes.io/ssl-redirect': 'true' },
    },
    spec: {
      ingressClassName: 'webapprouting.kubernetes.azure.com',
      rules: [
        {
          host: 'shop.contoso.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: entityName, port: { number: 80 } },
                },
              },
            ],
          },
        },
      ],
    },
  },
];

/** Puts the same service into every cluster of the fleet. */
export async function deployStorefront(fleet: SimulatedFleet): Promise<void> {
  for (const { name } of fleet.clusters) {
    for (const object of objects) {
      await fleet.control('PUT', `/clusters/${name}/objects`, object);
    }
  }
}

/** The entity as the catalog has it. */
export const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: entityName, annotations: label },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
};
