import { Pattern } from './Pattern';

const docs =
  'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks';
const gatewayDocs =
  'https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/application-gateway/for-containers';

/**
 * ISO date of the facts about the patterns.
 *
 * @public
 */
export const patternsAsOf = '2026-11-22';

/**
 * The ways that are offered to new services, in the order of preference among those that fit.
 *
 * @public
 */
export const patterns: readonly Pattern[] = [
  {
    id: 'app-routing-public',
    title: 'Application routing with the Gateway API, public',
    summary:
      'AKS runs an Envoy gateway in the cluster for a Gateway of yours, with a public address.',
    exposures: ['public'],
    target: 'app-routing-gateway-api',
    needs: [
      'The managed Gateway API and the application routing add-on for it',
      'No Istio add-on and no left-over Istio resources',
    ],
    gives: [
      'A gateway that AKS runs, scales from 2 to 5 pods and updates',
      'Certificates from Key Vault by options of the listener',
      'A static address, and names in Azure DNS zones',
    ],
    limits: [
      'No web application firewall, rate limits, size limits or cookie affinity',
      'Its Istio version follows the version of AKS, and is updated in place',
    ],
    whenToUse: [
      'Plain HTTP for the internet, with the least to run yourself',
      'The default of new AKS Automatic clusters from Kubernetes 1.36 on',
    ],
    sources: [`${docs}/app-routing-gateway-api.md`],
  },
  {
    id: 'app-routing-internal',
    title: 'Application routing with the Gateway API, internal',
    summary:
      'The same gateway behind an internal load balancer: reachable from the virtual network and its peers only.',
    exposures: ['internal'],
    target: 'app-routing-gateway-api',
    needs: [
      'The managed Gateway API and the application routing add-on for it',
      'No Istio add-on and no left-over Istio resources',
      'A private DNS zone, where names are to be published',
    ],
    gives: [
      'A private address, and a gateway that AKS runs',
      'Certificates from Key Vault by options of the listener',
    ],
    limits: [
      'No web application firewall, rate limits, size limits or cookie affinity',
    ],
    whenToUse: [
      'Private APIs and services for use inside the network',
      'Where rules forbid a public address',
    ],
    sources: [`${docs}/app-routing-gateway-api.md`, `${docs}/internal-lb.md`],
  },
  {
    id: 'application-gateway-for-containers',
    title: 'Application Gateway for Containers',
    summary:
      'A gateway that Azure runs outside of the cluster, with a web application firewall close to it.',
    exposures: ['public'],
    target: 'application-gateway-for-containers',
    needs: [
      'The ALB Controller in the cluster',
      'A subnet of at least /24 that is delegated to it',
      'Azure CNI or its overlay; not kubenet',
    ],
    gives: [
      'A web application firewall policy on the route',
      'Zone redundancy and scaling by Azure, nothing in the cluster to size',
      'Retries, affinity and mutual TLS to backends by policies',
    ],
    limits: [
      'A host name in place of a static address; ports 80 and 443 only',
      'No TLS passthrough; private frontends are not in its documentation',
    ],
    whenToUse: [
      'A web application for the internet that needs a firewall',
      'Where the edge is not to run in the cluster',
    ],
    sources: [`${gatewayDocs}/overview.md`, `${gatewayDocs}/components.md`],
  },
  {
    id: 'front-door-private-link',
    title: 'Front Door to a private gateway',
    summary:
      'Azure Front Door Premium reaches an internal gateway by Private Link, so that nothing in the network is public.',
    exposures: ['public'],
    target: 'app-routing-gateway-api',
    needs: [
      'Front Door Premium with a web application firewall policy',
      'Approval of its private endpoint',
      'The managed Gateway API and the application routing add-on for it',
    ],
    gives: [
      'A global edge with a web application firewall and caching',
      'An origin without any public address',
    ],
    limits: [
      'The Gateway takes at most 8 annotations for its load balancer before bundle v1.6',
      'With externalTrafficPolicy Local the private link needs a subnet of its own',
    ],
    whenToUse: ['Users all over the world, and an origin that stays private'],
    sources: [
      `${docs}/internal-lb.md`,
      'https://github.com/Azure/AKS/tree/master/website/blog (2025-02-28, Front Door and application routing)',
    ],
  },
  {
    id: 'mesh-gateway',
    title: 'Gateway of the Istio add-on',
    summary:
      'The mesh takes the traffic in, and every call up to the service is encrypted and proven.',
    exposures: ['public', 'internal'],
    target: 'istio',
    needs: [
      'The Istio add-on with a supported revision',
      'The managed Gateway API',
      'Sidecars in the namespace',
    ],
    gives: [
      'Mutual TLS and authorisation up to the pod',
      'Retries, affinity, mirroring and limits by rules of the mesh',
    ],
    limits: [
      'Proxies beside every pod, and revisions to follow every few months',
      'Not beside the application routing add-on for the Gateway API',
    ],
    whenToUse: [
      'Where calls must be authorised, limited or encrypted on all of their way',
      'Where a mesh is there already',
    ],
    sources: [`${docs}/istio-gateway-api.md`, `${docs}/istio-about.md`],
  },
  {
    id: 'cluster-only',
    title: 'Inside of the cluster only',
    summary:
      'A Service without any way in from outside, open to named callers.',
    exposures: ['cluster-only'],
    needs: ['A network policy engine, so that the policy is enforced'],
    gives: ['No address outside of the cluster, and none to protect'],
    limits: ['Callers outside of the cluster cannot reach it'],
    whenToUse: ['Called by other services of the same cluster only'],
    sources: [`${docs}/use-network-policies.md`],
  },
  {
    id: 'layer-4',
    title: 'Load balancer, for what is not HTTP',
    summary:
      'A Service of type LoadBalancer passes connections on as they are, and the client address is kept.',
    exposures: ['internal', 'public'],
    isLastResort: true,
    needs: ['Ranges of addresses that may call, where it is public'],
    gives: [
      'Any protocol over TCP or UDP, TLS passed on unopened',
      "A static address, and the client's own address at the pod",
    ],
    limits: [
      'No routing by host or path, no firewall for web applications',
      'One address and one rule of the load balancer for each service',
    ],
    whenToUse: ['Anything that is not HTTP, such as MQTT or a database'],
    sources: [`${docs}/load-balancer-standard.md`, `${docs}/internal-lb.md`],
  },
];

/**
 * What new services are never offered, and why.
 *
 * @public
 */
export const neverOffered: readonly { name: string; reason: string }[] = [
  {
    name: 'Managed NGINX of the application routing add-on',
    reason:
      'Microsoft patches it through November 2026 only, according to the last statement seen.',
  },
  {
    name: 'Community ingress-nginx',
    reason: 'Nobody fixes it any more: the last release was in March 2026.',
  },
  {
    name: 'HTTP application routing add-on',
    reason: 'It was retired on 3 March 2025.',
  },
  {
    name: 'Application Gateway Ingress Controller',
    reason:
      'Application Gateway for Containers is its successor; no date is announced for what runs on it today.',
  },
  {
    name: 'NodePort',
    reason: 'It opens a port on every node, around any gateway.',
  },
];
