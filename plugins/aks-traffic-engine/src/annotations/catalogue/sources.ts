const github = (repository: string, path: string) =>
  `https://github.com/${repository}/blob/main/${path}`;

/** The documents that the facts come from, with the date or the release of the copy that was read where it is known. */
export const sources = {
  nginxAnnotations: {
    url: github(
      'kubernetes/ingress-nginx',
      'docs/user-guide/nginx-configuration/annotations.md',
    ),
    read: '2026-03-20',
  },
  nginxRisk: {
    url: github(
      'kubernetes/ingress-nginx',
      'docs/user-guide/nginx-configuration/annotations-risk.md',
    ),
    read: '2026-03-20',
  },
  nginx1_7: {
    url: github('kubernetes/ingress-nginx', 'changelog/controller-1.7.1.md'),
    read: '2026-03-20',
  },
  nginx1_10: {
    url: github('kubernetes/ingress-nginx', 'changelog/controller-1.10.0.md'),
    read: '2026-03-20',
  },
  nginx1_12: {
    url: github(
      'kubernetes/ingress-nginx',
      'changelog/controller-1.12.0-beta.0.md',
    ),
    read: '2026-03-20',
  },
  beforeYouMigrate: {
    url: github(
      'kubernetes/website',
      'content/en/blog/_posts/2026/ingress-nginx-before-you-migrate.md',
    ),
  },
  managedNginx: {
    url: github('Azure/aks-app-routing-operator', 'pkg/manifests/nginx.go'),
    read: '2026-06-30',
  },
  httpRouteTypes: {
    url: github('kubernetes-sigs/gateway-api', 'apis/v1/httproute_types.go'),
    read: 'v1.6.1',
  },
  gatewayTypes: {
    url: github('kubernetes-sigs/gateway-api', 'apis/v1/gateway_types.go'),
    read: 'v1.6.1',
  },
  backendTlsTypes: {
    url: github(
      'kubernetes-sigs/gateway-api',
      'apis/v1/backendtlspolicy_types.go',
    ),
    read: 'v1.6.1',
  },
  standardResources: {
    url: 'https://github.com/kubernetes-sigs/gateway-api/tree/v1.5.1/config/crd/standard',
    read: 'v1.2.1, v1.3.0, v1.4.1, v1.5.1',
  },
  istioConformance: {
    url: 'https://github.com/kubernetes-sigs/gateway-api/tree/main/conformance/reports/v1.5/istio-istio',
    read: 'v1.5',
  },
  ingress2gateway: {
    url: github(
      'kubernetes-sigs/ingress2gateway',
      'pkg/i2gw/providers/ingressnginx/README.md',
    ),
    read: 'v1.1.0',
  },
  appRoutingGatewayApi: {
    url: github(
      'MicrosoftDocs/azure-aks-docs',
      'articles/aks/app-routing-gateway-api.md',
    ),
    read: '2026-08-31',
  },
  istioMeshConfig: {
    url: github(
      'MicrosoftDocs/azure-aks-docs',
      'articles/aks/istio-meshconfig.md',
    ),
    read: '2026-08-21',
  },
  istioSupport: {
    url: github(
      'MicrosoftDocs/azure-aks-docs',
      'articles/aks/istio-support-policy.md',
    ),
    read: '2026-08-21',
  },
  migrationUtility: {
    url: github(
      'Azure/Application-Gateway-for-Containers-Migration-Utility',
      'README.md',
    ),
    read: 'v1.0.0',
  },
  albResources: {
    url: github(
      'MicrosoftDocs/azure-docs',
      'articles/application-gateway/for-containers/api-specification-kubernetes.md',
    ),
  },
  albReleases: {
    url: 'https://learn.microsoft.com/azure/application-gateway/for-containers/alb-controller-release-notes',
  },
  traefikProvider: {
    url: github(
      'traefik/traefik',
      'docs/content/reference/routing-configuration/kubernetes/ingress-nginx.md',
    ),
    read: 'v3.7.9',
  },
} as const satisfies Record<string, { url: string; read?: string }>;

/** A document that facts come from. */
export type SourceId = keyof typeof sources;
