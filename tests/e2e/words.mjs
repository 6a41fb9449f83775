/** What the card calls each value. The words are stated here once more on purpose: a renamed text is seen by a test. */
export const systemNames = {
  'app-routing-nginx': 'Application routing add-on (managed NGINX)',
  'app-routing-gateway-api': 'Application routing add-on (Gateway API)',
  'application-gateway-for-containers': 'Application Gateway for Containers',
  'application-gateway-ingress-controller':
    'Application Gateway Ingress Controller (AGIC)',
  istio: 'Istio ingress gateway',
  'ingress-nginx': 'Community ingress-nginx',
  'http-application-routing': 'HTTP application routing add-on',
  'f5-nginx': 'F5 NGINX Ingress Controller',
  'nginx-gateway-fabric': 'NGINX Gateway Fabric',
  traefik: 'Traefik',
  haproxy: 'HAProxy ingress controller',
  contour: 'Contour',
  kong: 'Kong Ingress Controller',
  'envoy-gateway': 'Envoy Gateway',
  cilium: 'Cilium',
  'application-network': 'Azure Kubernetes Application Network',
  'load-balancer-service': 'Service of type LoadBalancer',
  'node-port-service': 'Service of type NodePort',
  other: 'Other ingress system',
  unknown: 'Ingress system not known',
};

export const exposureNames = {
  public: 'Public',
  internal: 'Internal',
  'private-link': 'Private Link',
  'node-port': 'Node port',
  'cluster-only': 'Cluster only',
  pending: 'Pending',
  unknown: 'Exposure not known',
};

export const egressNames = {
  'azure-firewall': 'Azure Firewall',
  'network-virtual-appliance': 'Network virtual appliance',
  'virtual-network-gateway': 'Virtual network gateway',
  'nat-gateway': 'NAT gateway',
  'static-egress-gateway': 'Static Egress Gateway',
  'instance-public-ip': 'Public IP address of each node',
  'load-balancer': 'Load balancer',
  'default-outbound-access': 'Default outbound access',
  'no-internet': 'No way to the internet',
  unknown: 'Egress not known',
};

export const riskNames = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  none: 'No finding',
  unknown: 'Risk not known',
};
