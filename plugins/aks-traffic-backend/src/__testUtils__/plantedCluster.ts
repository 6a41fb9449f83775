import {
  analyzeCluster,
  ClusterAnalysis,
  ClusterObservation,
  KubernetesObject,
  observedResources,
  reduceObject,
} from 'backstage-plugin-aks-traffic-engine';
import { parseAllDocuments } from 'yaml';

const prefix = 'nginx.ingress.kubernetes.io';

/** Annotations with values that only owners may see; each value holds the word `planted`. */
const plantedAnnotations: Record<string, string> = {
  [`${prefix}/configuration-snippet`]: 'more_set_headers "X: planted";',
  [`${prefix}/server-snippet`]: 'return 200 planted;',
  [`${prefix}/auth-snippet`]: 'set $planted 1;',
  [`${prefix}/stream-snippet`]: 'planted;',
  [`${prefix}/modsecurity-snippet`]: 'SecRule planted',
  [`${prefix}/auth-secret`]: 'other/planted',
  [`${prefix}/auth-tls-secret`]: 'planted',
  [`${prefix}/proxy-ssl-secret`]: 'planted;not-a-name',
  [`${prefix}/auth-url`]: 'https://auth.example.com/?planted',
  [`${prefix}/mirror-target`]: 'https://ann:planted@mirror.example.com/',
  [`${prefix}/servr-snipet`]: 'planted by a misspelt name',
  [`${prefix}/server-snippets`]: 'planted',
  'tool.example.com/copy': JSON.stringify({
    metadata: { annotations: { [`${prefix}/server-snippet`]: 'planted' } },
  }),
};

const manifests = `
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
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  labels: { backstage.io/kubernetes-id: storefront }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { number: 80 } } }
status: { loadBalancer: { ingress: [{ ip: 203.0.113.9 }] } }
---
# Of another team, for the same host.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: neighbour
  namespace: other
  annotations:
    ${prefix}/server-snippet: 'return 200 of-another-team;'
    ${prefix}/use-regex: 'true'
spec:
  ingressClassName: nginx
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /other
            pathType: ImplementationSpecific
            backend: { service: { name: unrelated, port: { number: 80 } } }
---
apiVersion: v1
kind: Service
metadata: { name: unrelated, namespace: other }
spec: { selector: { app: unrelated }, ports: [{ port: 80 }] }
`;

function plant(object: KubernetesObject): KubernetesObject {
  return object.kind === 'Ingress' && object.metadata.name === 'web'
    ? {
        ...object,
        metadata: { ...object.metadata, annotations: plantedAnnotations },
      }
    : object;
}

/**
 * A cluster with community NGINX, in which the Ingress of `shop/web` carries values that only its owners may see, and
 * another team's Ingress of the same host some that only that team may.
 */
export function plantedObservation(): ClusterObservation {
  const objects = parseAllDocuments(manifests)
    .map(document => reduceObject(document.toJS()))
    .filter(object => object !== undefined)
    .map(plant);
  return {
    cluster: 'alpha',
    observedAt: '2026-11-22T10:00:00.000Z',
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads: observedResources.map(({ group, resource }) => ({
      group,
      resource,
      state: 'complete',
    })),
    objects,
  };
}

/** What the engine makes of a cluster in an empty estate. */
export function analyzePlanted(
  observation: ClusterObservation,
  now: Date,
): ClusterAnalysis {
  return analyzeCluster(
    observation,
    { rows: [], gaps: [], readTypes: [] },
    { now },
  );
}
