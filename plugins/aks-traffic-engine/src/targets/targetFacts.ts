import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';

const aksDocs =
  'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks';
const albDocs =
  'https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/application-gateway/for-containers';

/** What targets need and cannot, with the date of the copy that was read. All limits are here. */
export const targetSources = {
  appRoutingGatewayApi: {
    url: `${aksDocs}/app-routing-gateway-api.md`,
    asOf: '2026-08-31',
  },
  managedGatewayApi: {
    url: `${aksDocs}/managed-gateway-api.md`,
    asOf: '2026-08-21',
  },
  istioGatewayApi: {
    url: `${aksDocs}/istio-gateway-api.md`,
    asOf: '2026-08-21',
  },
  istioIngress: {
    url: `${aksDocs}/istio-deploy-ingress.md`,
    asOf: '2026-08-21',
  },
  istioSupport: {
    url: `${aksDocs}/istio-support-policy.md`,
    asOf: '2026-05-15',
  },
  ingressConcepts: {
    url: `${aksDocs}/concepts-network-ingress.md`,
    asOf: '2026-08-21',
  },
  aksChangelog: {
    url: 'https://github.com/Azure/AKS/blob/master/CHANGELOG.md',
    asOf: '2026-07-17',
  },
  applicationNetwork: {
    url: 'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/application-network/overview.md',
    asOf: '2026-08-21',
  },
  hostNames: {
    url: `${aksDocs}/container-network-security-fqdn-filtering-concepts.md`,
    asOf: '2026-08-21',
  },
  staticEgress: {
    url: `${aksDocs}/configure-static-egress-gateway.md`,
    asOf: '2026-08-21',
  },
  albComponents: {
    url: `${albDocs}/application-gateway-for-containers-components.md`,
    asOf: '2026-08-18',
  },
  albNetworking: {
    url: `${albDocs}/container-networking.md`,
    asOf: '2026-08-18',
  },
  albAddon: {
    url: 'https://learn.microsoft.com/azure/application-gateway/for-containers/quickstart-deploy-application-gateway-for-containers-alb-controller-addon',
    asOf: '2026-08-18',
  },
  albReleases: {
    url: 'https://learn.microsoft.com/azure/application-gateway/for-containers/alb-controller-release-notes',
    asOf: '2026-10-01',
  },
  httpRoute: {
    url: 'https://github.com/kubernetes-sigs/gateway-api/blob/main/apis/v1/httproute_types.go',
    asOf: '2026-06-29',
  },
} as const satisfies Record<string, { url: string; asOf: string }>;

/** A document that says what a target needs. */
export type TargetSourceId = keyof typeof targetSources;

/** How up to date the facts about each target are, and why one would take it. First the one to take where all else is equal. */
export const targetFacts: Record<
  MigrationTarget,
  { title: string; asOf: string; because: string }
> = {
  'app-routing-gateway-api': {
    title: 'the Gateway API of application routing',
    asOf: targetSources.appRoutingGatewayApi.asOf,
    because:
      'Microsoft means it to follow the managed NGINX; it runs in the cluster and takes nothing but the Gateway API.',
  },
  'application-gateway-for-containers': {
    title: 'Application Gateway for Containers',
    asOf: targetSources.albComponents.asOf,
    because:
      'Azure hosts it outside the cluster, and it is the only one with a web application firewall.',
  },
  istio: {
    title: 'the Istio add-on',
    asOf: targetSources.istioGatewayApi.asOf,
    because:
      'It can do the most, external authorisation and passthrough included, and brings revisions that have to be upgraded.',
  },
};

/** The most rules that one HTTPRoute holds. */
export const rulesPerHttpRoute = 16;

/** First revision of the Istio add-on that implements the Gateway API. */
export const firstGatewayApiRevision = 26;

/** First version of AKS whose managed Gateway API has TLSRoute. Istio implements it from 1.30 on. */
export const firstTlsRouteVersion = '1.36';

/** First version of AKS Automatic whose application routing can be given up for the Istio add-on. */
export const firstAutomaticWithIstio = '1.36';

/** The delegation that the subnet of an Application Gateway for Containers needs, and its longest prefix. */
export const albDelegation = 'Microsoft.ServiceNetworking/trafficControllers';
export const albPrefixLength = 24;

/** Which versions of AKS can have which revision of the Istio add-on. Newest first. */
export const istioRevisions: readonly {
  revision: string;
  from: string;
  to: string;
}[] = [
  { revision: 'asm-1-30', from: '1.32', to: '1.36' },
  { revision: 'asm-1-29', from: '1.31', to: '1.36' },
  { revision: 'asm-1-28', from: '1.30', to: '1.35' },
];

/** First version of the ALB Controller that does what an annotation asks for. */
export const albControllerVersions: readonly {
  annotation: string;
  since: string;
}[] = [
  { annotation: 'enable-cors', since: '1.11.1' },
  { annotation: 'mirror-target', since: '1.12.1' },
  { annotation: 'use-regex', since: '1.4.12' },
];
