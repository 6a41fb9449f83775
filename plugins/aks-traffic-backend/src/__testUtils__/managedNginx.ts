import {
  analyzeCluster,
  ClusterAnalysis,
} from 'backstage-plugin-aks-traffic-engine';
import { estate, observation } from './observation';

const className = 'webapprouting.kubernetes.azure.com';

const objects = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: className },
    spec: { controller: `${className}/nginx` },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { namespace: 'shop', name: 'web' },
    spec: {
      ingressClassName: className,
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: '203.0.113.9' }] } },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { namespace: 'shop', name: 'web', labels: { app: 'web' } },
    spec: { ports: [{ port: 80 }] },
  },
];

/** What the engine says on a day of cluster alpha, whose Service web stands on the managed NGINX. */
export function judgeManagedNginx(now: Date): ClusterAnalysis {
  return analyzeCluster(observation({ objects }), estate(), { now });
}
