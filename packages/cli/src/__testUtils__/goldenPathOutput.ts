import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import {
  KubernetesObject,
  migrateIngresses,
  PatternInputs,
  patterns,
  readManifests,
  renderPattern,
} from 'backstage-plugin-aks-traffic-engine';

/** What the golden path writes for one case. */
export interface Output {
  label: string;
  /** The gateway it needs, if any. */
  target?: MigrationTarget;
  objects: KubernetesObject[];
}

const inputs: Omit<PatternInputs, 'exposure'> = {
  name: 'parcels',
  namespace: 'parcels',
  image: 'contoso.azurecr.io/parcels:1.4.0',
  port: 8080,
  host: 'parcels.contoso.example',
  sourceRanges: ['203.0.113.0/24'],
  meshRevision: 'asm-1-29',
  privateLinkSubnet: 'links',
  applicationLoadBalancer: { namespace: 'alb-infra', name: 'alb' },
  firewallPolicyId:
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf',
};

/** Choices besides the pattern, by what they are about. */
const choices: Record<string, Partial<PatternInputs>> = {
  'any host': {},
  'named hosts': {
    egressHosts: ['api.contoso.example', '*.fabrikam.example'],
    healthPath: '/healthz',
  },
};

/** The objects of every pattern for every exposure and way out. */
export function renderedOutput(): Output[] {
  return patterns.flatMap(({ id, exposures, target }) =>
    exposures.flatMap(exposure =>
      Object.entries(choices).map(([choice, given]) => ({
        label: `pattern ${id}, ${exposure}, ${choice}`,
        target,
        objects: renderPattern(id, { ...inputs, exposure, ...given })
          .filter(({ path }) => path.startsWith('base/'))
          .flatMap(({ path, content }) => readManifests(content, path).objects),
      })),
    ),
  );
}

const targets: MigrationTarget[] = [
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'istio',
];

/** Two Ingresses with what the targets have something for, moved to every target, with the Services they lead to. */
export function migratedOutput(): Output[] {
  const services = ['web', 'web-next'].flatMap(name => [
    service(name),
    deployment(name),
  ]);
  return targets.map(target => ({
    label: `migration to ${target}`,
    target,
    objects: [
      ...services,
      ...migrateIngresses({
        target,
        kubernetesVersion: '1.36.1',
        allowOpen: true,
        objects: [
          ...services,
          ingress('parcels', 'web', {
            affinity: 'cookie',
            'backend-protocol': 'HTTPS',
            'enable-cors': 'true',
            'cors-allow-origin': 'https://www.contoso.example',
            'proxy-read-timeout': '30',
            'rewrite-target': '/$2',
            'whitelist-source-range': '10.0.0.0/8',
          }),
          ingress('parcels-next', 'web-next', {
            canary: 'true',
            'canary-weight': '10',
            'canary-by-header': 'x-next',
          }),
        ],
      }).objects,
    ],
  }));
}

function service(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'parcels' },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
  };
}

function deployment(name: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'parcels' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [
            {
              name,
              image: 'contoso.azurecr.io/parcels:1.4.0',
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
            },
          ],
        },
      },
    },
  };
}

function ingress(
  name: string,
  to: string,
  nginx: Record<string, string>,
): KubernetesObject {
  const host = 'parcels.contoso.example';
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace: 'parcels',
      annotations: Object.fromEntries(
        Object.entries(nginx).map(([key, value]) => [
          `nginx.ingress.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      tls: [{ hosts: [host], secretName: 'parcels-tls' }],
      rules: [
        {
          host,
          http: {
            paths: ['/api(/|$)(.*)', '/'].map(path => ({
              path,
              pathType: 'ImplementationSpecific',
              backend: { service: { name: to, port: { number: 80 } } },
            })),
          },
        },
      ],
    },
  };
}
