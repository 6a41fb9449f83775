/** A kind by group and name; versions of one kind count as the same, whichever the API server answered with. */
export interface GroupKind {
  group: string;
  kind: string;
}

/** A kind together with what a reading of it is called. */
export interface ObservedKind extends GroupKind {
  /** Versions the engine understands, best first. */
  versions: readonly string[];
  /** Plural name, as in the API path. */
  resource: string;
  namespaced: boolean;
}

function kind(
  group: string,
  versions: string,
  name: string,
  resource: string,
  scope: 'namespaced' | 'cluster' = 'namespaced',
): ObservedKind {
  return {
    group,
    versions: versions.split(' '),
    kind: name,
    resource,
    namespaced: scope === 'namespaced',
  };
}

const gatewayApi = 'gateway.networking.k8s.io';
const approuting = 'approuting.kubernetes.azure.com';
const alb = 'alb.networking.azure.io';
/** Group of Traefik 2, which later releases of it read beside the new one. */
const legacyTraefik = 'traefik.containo.us';
const istioNetworking = 'networking.istio.io';
const istioSecurity = 'security.istio.io';
const istioVersions = 'v1 v1beta1 v1alpha3';

/** Every kind the engine reads, by the name the code uses for it. */
export const kinds = {
  service: kind('', 'v1', 'Service', 'services'),
  pod: kind('', 'v1', 'Pod', 'pods'),
  namespace: kind('', 'v1', 'Namespace', 'namespaces', 'cluster'),
  node: kind('', 'v1', 'Node', 'nodes', 'cluster'),
  endpointSlice: kind(
    'discovery.k8s.io',
    'v1',
    'EndpointSlice',
    'endpointslices',
  ),
  deployment: kind('apps', 'v1', 'Deployment', 'deployments'),
  daemonSet: kind('apps', 'v1', 'DaemonSet', 'daemonsets'),
  statefulSet: kind('apps', 'v1', 'StatefulSet', 'statefulsets'),
  podDisruptionBudget: kind(
    'policy',
    'v1',
    'PodDisruptionBudget',
    'poddisruptionbudgets',
  ),
  horizontalPodAutoscaler: kind(
    'autoscaling',
    'v2 v1',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
  ),
  ingress: kind('networking.k8s.io', 'v1', 'Ingress', 'ingresses'),
  ingressClass: kind(
    'networking.k8s.io',
    'v1',
    'IngressClass',
    'ingressclasses',
    'cluster',
  ),
  networkPolicy: kind(
    'networking.k8s.io',
    'v1',
    'NetworkPolicy',
    'networkpolicies',
  ),
  customResourceDefinition: kind(
    'apiextensions.k8s.io',
    'v1',
    'CustomResourceDefinition',
    'customresourcedefinitions',
    'cluster',
  ),
  gatewayClass: kind(
    gatewayApi,
    'v1 v1beta1',
    'GatewayClass',
    'gatewayclasses',
    'cluster',
  ),
  gateway: kind(gatewayApi, 'v1 v1beta1', 'Gateway', 'gateways'),
  httpRoute: kind(gatewayApi, 'v1 v1beta1', 'HTTPRoute', 'httproutes'),
  grpcRoute: kind(gatewayApi, 'v1', 'GRPCRoute', 'grpcroutes'),
  tlsRoute: kind(gatewayApi, 'v1 v1alpha3 v1alpha2', 'TLSRoute', 'tlsroutes'),
  tcpRoute: kind(gatewayApi, 'v1 v1alpha2', 'TCPRoute', 'tcproutes'),
  udpRoute: kind(gatewayApi, 'v1 v1alpha2', 'UDPRoute', 'udproutes'),
  listenerSet: kind(gatewayApi, 'v1', 'ListenerSet', 'listenersets'),
  referenceGrant: kind(
    gatewayApi,
    'v1 v1beta1',
    'ReferenceGrant',
    'referencegrants',
  ),
  gatewayBackendTlsPolicy: kind(
    gatewayApi,
    'v1 v1alpha3',
    'BackendTLSPolicy',
    'backendtlspolicies',
  ),
  nginxIngressController: kind(
    approuting,
    'v1alpha1',
    'NginxIngressController',
    'nginxingresscontrollers',
    'cluster',
  ),
  clusterExternalDns: kind(
    approuting,
    'v1alpha1',
    'ClusterExternalDNS',
    'clusterexternaldnses',
    'cluster',
  ),
  externalDns: kind(approuting, 'v1alpha1', 'ExternalDNS', 'externaldnses'),
  defaultDomainCertificate: kind(
    approuting,
    'v1alpha1',
    'DefaultDomainCertificate',
    'defaultdomaincertificates',
  ),
  applicationLoadBalancer: kind(
    alb,
    'v1',
    'ApplicationLoadBalancer',
    'applicationloadbalancers',
  ),
  ingressExtension: kind(alb, 'v1', 'IngressExtension', 'ingressextensions'),
  webApplicationFirewallPolicy: kind(
    alb,
    'v1',
    'WebApplicationFirewallPolicy',
    'webapplicationfirewallpolicies',
  ),
  frontendTlsPolicy: kind(
    alb,
    'v1',
    'FrontendTLSPolicy',
    'frontendtlspolicies',
  ),
  albBackendTlsPolicy: kind(
    alb,
    'v1',
    'BackendTLSPolicy',
    'backendtlspolicies',
  ),
  routePolicy: kind(alb, 'v1', 'RoutePolicy', 'routepolicies'),
  healthCheckPolicy: kind(
    alb,
    'v1',
    'HealthCheckPolicy',
    'healthcheckpolicies',
  ),
  istioGateway: kind(istioNetworking, istioVersions, 'Gateway', 'gateways'),
  virtualService: kind(
    istioNetworking,
    istioVersions,
    'VirtualService',
    'virtualservices',
  ),
  destinationRule: kind(
    istioNetworking,
    istioVersions,
    'DestinationRule',
    'destinationrules',
  ),
  serviceEntry: kind(
    istioNetworking,
    istioVersions,
    'ServiceEntry',
    'serviceentries',
  ),
  sidecar: kind(istioNetworking, istioVersions, 'Sidecar', 'sidecars'),
  authorizationPolicy: kind(
    istioSecurity,
    'v1 v1beta1',
    'AuthorizationPolicy',
    'authorizationpolicies',
  ),
  peerAuthentication: kind(
    istioSecurity,
    'v1 v1beta1',
    'PeerAuthentication',
    'peerauthentications',
  ),
  staticGatewayConfiguration: kind(
    'egressgateway.kubernetes.azure.com',
    'v1alpha1',
    'StaticGatewayConfiguration',
    'staticgatewayconfigurations',
  ),
  ciliumNetworkPolicy: kind(
    'cilium.io',
    'v2',
    'CiliumNetworkPolicy',
    'ciliumnetworkpolicies',
  ),
  ciliumClusterwideNetworkPolicy: kind(
    'cilium.io',
    'v2',
    'CiliumClusterwideNetworkPolicy',
    'ciliumclusterwidenetworkpolicies',
    'cluster',
  ),
  secretProviderClass: kind(
    'secrets-store.csi.x-k8s.io',
    'v1',
    'SecretProviderClass',
    'secretproviderclasses',
  ),
  virtualServer: kind('k8s.nginx.org', 'v1', 'VirtualServer', 'virtualservers'),
  virtualServerRoute: kind(
    'k8s.nginx.org',
    'v1',
    'VirtualServerRoute',
    'virtualserverroutes',
  ),
  transportServer: kind(
    'k8s.nginx.org',
    'v1 v1alpha1',
    'TransportServer',
    'transportservers',
  ),
  ingressRoute: kind('traefik.io', 'v1alpha1', 'IngressRoute', 'ingressroutes'),
  ingressRouteTcp: kind(
    'traefik.io',
    'v1alpha1',
    'IngressRouteTCP',
    'ingressroutetcps',
  ),
  ingressRouteUdp: kind(
    'traefik.io',
    'v1alpha1',
    'IngressRouteUDP',
    'ingressrouteudps',
  ),
  legacyIngressRoute: kind(
    legacyTraefik,
    'v1alpha1',
    'IngressRoute',
    'ingressroutes',
  ),
  legacyIngressRouteTcp: kind(
    legacyTraefik,
    'v1alpha1',
    'IngressRouteTCP',
    'ingressroutetcps',
  ),
  legacyIngressRouteUdp: kind(
    legacyTraefik,
    'v1alpha1',
    'IngressRouteUDP',
    'ingressrouteudps',
  ),
  httpProxy: kind('projectcontour.io', 'v1', 'HTTPProxy', 'httpproxies'),
  tcpIngress: kind(
    'configuration.konghq.com',
    'v1beta1',
    'TCPIngress',
    'tcpingresses',
  ),
  udpIngress: kind(
    'configuration.konghq.com',
    'v1beta1',
    'UDPIngress',
    'udpingresses',
  ),
} as const;
