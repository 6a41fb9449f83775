import { Entity } from '@backstage/catalog-model';
import {
  ClusterObservation,
  KubernetesObject,
  observedResources,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { parseAllDocuments } from 'yaml';
import { namedObjects } from '../../objects/namedObjects';
import { analyzePlanted } from '../plantedCluster';
import { createTestStore, discoveryOf, storeReading } from '../storeTest';

/** A Service of one cluster, and the component that claims it; `undefined` where nobody does. */
interface Place {
  cluster: string;
  namespace: string;
  service: string;
  component?: string;
}

/** Two teams with a Service in each of two clusters, and in each one that is nobody's. */
export const places: readonly Place[] = [
  {
    cluster: 'aks-north',
    namespace: 'shop',
    service: 'storefront',
    component: 'counter',
  },
  {
    cluster: 'aks-north',
    namespace: 'books',
    service: 'ledger',
    component: 'accounts',
  },
  { cluster: 'aks-north', namespace: 'tools', service: 'stray' },
  {
    cluster: 'aks-south',
    namespace: 'shop',
    service: 'kiosk',
    component: 'counter',
  },
  {
    cluster: 'aks-south',
    namespace: 'books',
    service: 'payroll',
    component: 'accounts',
  },
  { cluster: 'aks-south', namespace: 'tools', service: 'vagrant' },
];

const teams: Record<string, string> = {
  counter: 'team-shop',
  accounts: 'team-books',
};

/** What the catalog takes in: who owns what is for the catalog itself to find out. */
export const catalogEntities: Entity[] = Object.entries(teams).flatMap(
  ([component, team]) => [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: team },
      spec: { type: 'team', children: [] },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: component,
        annotations: { 'backstage.io/kubernetes-id': component },
      },
      spec: { type: 'service', lifecycle: 'production', owner: team },
    },
  ],
);

/** The gateway that all teams of a cluster share. */
const gateway = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: controller, namespace: ingress, labels: { app: controller } }
spec:
  replicas: 2
  selector: { matchLabels: { app: controller } }
  template:
    metadata: { labels: { app: controller } }
    spec:
      containers:
        - name: main
          image: registry.k8s.io/ingress-nginx/controller:v1.15.1
---
apiVersion: v1
kind: Service
metadata: { name: controller, namespace: ingress }
spec: { type: LoadBalancer, selector: { app: controller }, ports: [{ port: 443 }] }
status: { loadBalancer: { ingress: [{ ip: 203.0.113.9 }] } }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: k8s.io/ingress-nginx }
`;

const manifestsOf = ({ namespace, service, component }: Place) => `
apiVersion: v1
kind: Service
metadata:
  name: ${service}
  namespace: ${namespace}
  labels: { ${component ? `backstage.io/kubernetes-id: ${component}` : ''} }
spec: { selector: { app: ${service} }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${service}, namespace: ${namespace} }
spec:
  ingressClassName: nginx
  rules:
    - host: ${service}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: ${service}, port: { number: 80 } } }
status: { loadBalancer: { ingress: [{ ip: 203.0.113.9 }] } }
`;

function observe(cluster: string): ClusterObservation {
  const manifests = [
    gateway,
    ...places.filter(each => each.cluster === cluster).map(manifestsOf),
  ];
  return {
    cluster,
    observedAt: '2026-11-22T10:00:00.000Z',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: observedResources.map(({ group, resource }) => ({
      group,
      resource,
      state: 'complete',
    })),
    objects: parseAllDocuments(manifests.join('---'))
      .map(document => reduceObject(document.toJS()))
      .filter((object): object is KubernetesObject => object !== undefined),
  };
}

/** Stores what the engine makes of both clusters. */
export async function storeEstate(client: Knex): Promise<void> {
  const store = await createTestStore(client);
  const now = new Date();
  // Long enough ago to be stale.
  const readAt = [now, new Date(now.getTime() - 3 * 24 * 60 * 60_000)];
  const clusters = [...new Set(places.map(each => each.cluster))];
  for (const [index, cluster] of clusters.entries()) {
    // One after the other, so that the one that was never read is the one that is stored.
    await store.recordDiscovery(
      discoveryOf(clusters.slice(0, index + 1), {
        gaps: ['Nothing is known of aks-west but its name.'],
      }),
    );
    const observation = observe(cluster);
    const analysis = analyzePlanted(observation, readAt[index]);
    const objects = namedObjects(observation, analysis);
    await storeReading(store, analysis, readAt[index], objects);
  }
}
