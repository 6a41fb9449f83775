import { Retirement } from 'backstage-plugin-aks-traffic-common';

/** Ids of the retirements that rules refer to. */
export type RetirementId =
  | 'RET-NGINX-UPSTREAM'
  | 'RET-NGINX-AKS'
  | 'RET-HTTPAPPROUTING'
  | 'RET-AGIC'
  | 'RET-APPGW-V1'
  | 'RET-AFD-CLASSIC'
  | 'RET-OSM'
  | 'RET-EXTERNALIPS'
  | 'RET-GWAPI-ALPHA'
  | 'RET-ISTIO'
  | 'RET-DEFAULT-OUTBOUND'
  | 'RET-BASIC-LB'
  | 'RET-AVSET'
  | 'RET-NPM-WIN'
  | 'RET-NPM-LIN'
  | 'RET-KUBENET'
  | 'RET-MNGV2'
  | 'RET-K8S';

const aksDocs =
  'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks';
const azureDocs =
  'https://github.com/MicrosoftDocs/azure-docs/blob/main/articles';

const catalogue: readonly (Retirement & { id: RetirementId })[] = [
  {
    id: 'RET-NGINX-UPSTREAM',
    title: 'Community ingress-nginx',
    systems: ['ingress-nginx'],
    date: '2026-03-31',
    precision: 'month',
    appliesTo:
      'Every self-managed kubernetes/ingress-nginx, whatever registry its image comes from',
    doesNotApplyTo:
      "F5 NGINX Ingress Controller, NGINX Gateway Fabric and Traefik's provider for NGINX annotations",
    statement:
      'Maintenance ended in March 2026, announced in November 2025: no releases and no fixes, not even for vulnerabilities. The last releases are 1.15.1, 1.14.5 and 1.13.9 of 2026-03-20.',
    source:
      'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/ and the README of kubernetes/ingress-nginx',
  },
  {
    id: 'RET-NGINX-AKS',
    title: 'Managed NGINX of the application routing add-on',
    systems: ['app-routing-nginx'],
    date: '2026-11-30',
    precision: 'month',
    appliesTo:
      'Clusters whose application routing add-on runs NGINX: the default controller or any NginxIngressController',
    doesNotApplyTo:
      'Clusters that use the add-on for the Gateway API, DNS or Key Vault only, with the default controller set to None',
    statement:
      'Microsoft patches critical vulnerabilities through November 2026; no exact day, no extension and no end state of the add-on were published.',
    source: `${aksDocs}/includes/ingress-nginx-retirement.md`,
  },
  {
    id: 'RET-HTTPAPPROUTING',
    title: 'HTTP application routing add-on',
    systems: ['http-application-routing'],
    date: '2025-03-03',
    precision: 'day',
    appliesTo: 'Clusters with the add-on httpApplicationRouting enabled',
    doesNotApplyTo: 'The application routing add-on, which replaced it',
    statement: 'The add-on was retired on 2025-03-03.',
    source: 'https://github.com/Azure/AKS/issues/3841',
  },
  {
    id: 'RET-AGIC',
    title: 'Application Gateway Ingress Controller',
    systems: ['application-gateway-ingress-controller'],
    appliesTo: 'Nothing yet: no retirement was announced',
    doesNotApplyTo: 'Application Gateway for Containers, its successor',
    statement:
      'No end of support was announced; Microsoft recommends Application Gateway for Containers as the successor.',
    source:
      'https://github.com/Azure/application-gateway-kubernetes-ingress and the migration guide of Application Gateway for Containers',
  },
  {
    id: 'RET-APPGW-V1',
    title: 'Application Gateway v1',
    systems: ['application-gateway-ingress-controller'],
    date: '2026-04-28',
    precision: 'day',
    appliesTo: 'Application gateways of tier Standard or WAF',
    doesNotApplyTo: 'Tiers Standard_v2 and WAF_v2',
    statement:
      'Gateways of the v1 tiers are stopped, and later deleted, after 2026-04-28; new ones have not been possible since 2024-09-01.',
    source: `${azureDocs}/application-gateway/v1-retirement.md`,
  },
  {
    id: 'RET-AFD-CLASSIC',
    title: 'Azure Front Door (classic)',
    systems: [],
    date: '2027-03-31',
    precision: 'day',
    appliesTo: 'Resources of type Microsoft.Network/frontDoors',
    doesNotApplyTo: 'Front Door Standard and Premium (Microsoft.Cdn/profiles)',
    statement:
      'Front Door (classic) ends on 2027-03-31, according to notes that quote the Microsoft page; the page itself was not read.',
    source: `${azureDocs}/frontdoor/migrate-tier.md`,
  },
  {
    id: 'RET-OSM',
    title: 'Open Service Mesh add-on',
    systems: [],
    date: '2027-09-30',
    precision: 'day',
    appliesTo: 'Clusters with the add-on openServiceMesh enabled',
    doesNotApplyTo: 'Self-managed meshes and the Istio add-on',
    statement: 'Support of the add-on ends on 2027-09-30.',
    source: `${aksDocs}/includes/open-service-mesh-retirement.md`,
  },
  {
    id: 'RET-EXTERNALIPS',
    title: 'External IPs of Services',
    systems: [],
    appliesTo: 'Services that set spec.externalIPs',
    doesNotApplyTo: 'Addresses of LoadBalancer Services',
    statement:
      'Kubernetes deprecates spec.externalIPs from version 1.36 on; AKS Automatic does not let it be set.',
    source:
      'https://kubernetes.io/blog/2026/05/18/from-deprecation-of-service-externalips/',
  },
  {
    id: 'RET-GWAPI-ALPHA',
    title: 'TCPRoute and UDPRoute v1alpha2',
    systems: [],
    appliesTo: 'Objects of version gateway.networking.k8s.io/v1alpha2',
    doesNotApplyTo:
      'The custom resource definitions that AKS manages, which have none of these kinds',
    statement:
      'Gateway API 1.6.0 of 2026-06-29 deprecates v1alpha2, now that v1 is general.',
    source:
      'https://github.com/kubernetes-sigs/gateway-api/blob/main/CHANGELOG/1.6-CHANGELOG.md',
  },
  {
    id: 'RET-ISTIO',
    title: 'Revisions of the Istio add-on',
    systems: ['istio'],
    precision: 'month',
    appliesTo:
      'Revisions of the Istio add-on that are older than the newest two',
    doesNotApplyTo: 'A self-managed Istio, which follows its own calendar',
    statement:
      'The two newest revisions are supported, and the one before them until six weeks after the newest one came out.',
    source: `${aksDocs}/istio-support-policy.md`,
  },
  {
    id: 'RET-DEFAULT-OUTBOUND',
    title: 'Default outbound access',
    systems: [],
    date: '2026-03-31',
    precision: 'day',
    appliesTo:
      'Virtual networks made after 2026-03-31 with newer API versions, whose subnets are private unless told otherwise',
    doesNotApplyTo:
      'Existing networks and subnets, networks of the customer, and traffic of AKS itself, which always has a way out of its own',
    statement:
      'After 2026-03-31 new virtual networks get private subnets; existing ones keep default outbound access.',
    source: `${aksDocs}/includes/vm-default-outbound-access-retirement.md`,
  },
  {
    id: 'RET-BASIC-LB',
    title: 'Basic Load Balancer',
    systems: ['load-balancer-service'],
    date: '2025-09-30',
    precision: 'day',
    appliesTo: 'Clusters with load balancer SKU basic, and basic public IPs',
    doesNotApplyTo: 'Load balancer SKU standard',
    statement: 'Basic Load Balancer was retired on 2025-09-30.',
    source: `${aksDocs}/includes/basic-load-balancer-retirement.md`,
  },
  {
    id: 'RET-AVSET',
    title: 'Availability sets as node pools',
    systems: [],
    date: '2025-09-30',
    precision: 'day',
    appliesTo: 'Node pools of type AvailabilitySet',
    doesNotApplyTo:
      'Node pools of type VirtualMachineScaleSets or VirtualMachines',
    statement: 'Clusters on availability sets lost support on 2025-09-30.',
    source: 'https://github.com/Azure/AKS/issues/5021',
  },
  {
    id: 'RET-NPM-WIN',
    title: 'Azure Network Policy Manager on Windows nodes',
    systems: [],
    date: '2026-09-30',
    precision: 'day',
    appliesTo:
      'Clusters with network policy engine azure and Windows node pools',
    doesNotApplyTo: 'Linux node pools',
    statement:
      'Support of Azure Network Policy Manager on Windows nodes ended on 2026-09-30.',
    source: `${aksDocs}/includes/azure-network-policy-manager-windows-retirement.md`,
  },
  {
    id: 'RET-NPM-LIN',
    title: 'Azure Network Policy Manager on Linux nodes',
    systems: [],
    date: '2028-09-30',
    precision: 'day',
    appliesTo: 'Clusters with network policy engine azure and Linux node pools',
    doesNotApplyTo: 'Network policy engines cilium and calico',
    statement:
      'Support of Azure Network Policy Manager on Linux nodes ends on 2028-09-30.',
    source: `${aksDocs}/includes/azure-network-policy-manager-linux-retirement.md`,
  },
  {
    id: 'RET-KUBENET',
    title: 'kubenet',
    systems: [],
    date: '2028-03-31',
    precision: 'day',
    appliesTo: 'Clusters with network plugin kubenet',
    doesNotApplyTo: 'Azure CNI, with or without overlay',
    statement: 'Support of kubenet ends on 2028-03-31.',
    source: `${aksDocs}/includes/kubenet-retirement.md`,
  },
  {
    id: 'RET-MNGV2',
    title: 'Outbound type managedNATGatewayV2',
    systems: [],
    appliesTo: 'Automation that reads or writes the value managedNATGatewayV2',
    doesNotApplyTo: 'NAT gateways of SKU StandardV2 themselves',
    statement:
      'The value existed in preview API versions 2026-01-02 to 2026-05-02 only; from 2026-06-01 on it is managedNATGateway with a SKU in the profile.',
    source: 'https://github.com/Azure/AKS/blob/master/CHANGELOG.md',
  },
  {
    id: 'RET-K8S',
    title: 'Kubernetes versions',
    systems: [],
    precision: 'month',
    appliesTo: 'Clusters whose Kubernetes version is out of community support',
    doesNotApplyTo:
      'Clusters on the long-term support plan, within its own dates',
    statement:
      'AKS supports a Kubernetes version for about a year, and longer on the long-term support plan.',
    source: `${aksDocs}/supported-kubernetes-versions.md`,
  },
];

/**
 * Ends of support that decide about traffic on AKS, as their sources stated them up to early October 2026. Dates are
 * data: nothing else in the engine knows one.
 *
 * @public
 */
export const retirements: readonly Retirement[] = catalogue;

const byId = new Map<string, Retirement>(
  retirements.map(retirement => [retirement.id, retirement]),
);

/**
 * One retirement of the catalogue.
 *
 * @public
 */
export function retirementById(id: string): Retirement | undefined {
  return byId.get(id);
}
