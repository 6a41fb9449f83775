import {
  CampaignState,
  EgressKind,
  Exposure,
  IngressSystem,
  MigrationEffort,
  Risk,
  ServiceOrderField,
  SummaryGroup,
} from 'backstage-plugin-aks-traffic-common';

/** The words of a type, complete by its type. */
function wordsOf<Word extends string>(words: Record<Word, true>): Word[] {
  return Object.keys(words) as Word[];
}

export const exposures = wordsOf<Exposure>({
  public: true,
  internal: true,
  'private-link': true,
  'node-port': true,
  'cluster-only': true,
  pending: true,
  unknown: true,
});

export const egressKinds = wordsOf<EgressKind>({
  'azure-firewall': true,
  'network-virtual-appliance': true,
  'virtual-network-gateway': true,
  'nat-gateway': true,
  'static-egress-gateway': true,
  'instance-public-ip': true,
  'load-balancer': true,
  'default-outbound-access': true,
  'no-internet': true,
  unknown: true,
});

export const systems = wordsOf<IngressSystem>({
  'app-routing-nginx': true,
  'app-routing-gateway-api': true,
  'application-gateway-for-containers': true,
  'application-gateway-ingress-controller': true,
  istio: true,
  'ingress-nginx': true,
  'http-application-routing': true,
  'f5-nginx': true,
  'nginx-gateway-fabric': true,
  traefik: true,
  haproxy: true,
  contour: true,
  kong: true,
  'envoy-gateway': true,
  cilium: true,
  'application-network': true,
  'load-balancer-service': true,
  'node-port-service': true,
  other: true,
  unknown: true,
});

export const risks = wordsOf<Risk>({
  critical: true,
  high: true,
  medium: true,
  low: true,
  info: true,
  none: true,
  unknown: true,
});

export const efforts = wordsOf<MigrationEffort>({
  none: true,
  low: true,
  medium: true,
  high: true,
  unknown: true,
});

export const states = wordsOf<CampaignState>({
  'at-risk': true,
  moved: true,
  unknown: true,
  clear: true,
});

export const orderFields = wordsOf<ServiceOrderField>({
  service: true,
  owner: true,
  catalogSystem: true,
  system: true,
  cluster: true,
  exposure: true,
  egress: true,
  risk: true,
  score: true,
  effort: true,
  deadline: true,
});

export const summaryGroups = wordsOf<SummaryGroup>({
  owner: true,
  catalogSystem: true,
  cluster: true,
  system: true,
  risk: true,
});
