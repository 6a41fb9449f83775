/**
 * The words a verdict may use. The simulator shares no code with the product it tests, so the vocabulary stands
 * here a second time on purpose: a word that one side changes alone makes tests fail.
 */
export const ingressSystems = [
  'app-routing-nginx',
  'app-routing-gateway-api',
  'application-gateway-for-containers',
  'application-gateway-ingress-controller',
  'istio',
  'ingress-nginx',
  'http-application-routing',
  'f5-nginx',
  'nginx-gateway-fabric',
  'traefik',
  'haproxy',
  'contour',
  'kong',
  'envoy-gateway',
  'cilium',
  'application-network',
  'load-balancer-service',
  'node-port-service',
  'other',
  'unknown',
] as const;

export const exposures = [
  'public',
  'private-link',
  'internal',
  'node-port',
  'cluster-only',
  'pending',
  'unknown',
] as const;

export const egressKinds = [
  'azure-firewall',
  'network-virtual-appliance',
  'virtual-network-gateway',
  'nat-gateway',
  'static-egress-gateway',
  'instance-public-ip',
  'load-balancer',
  'default-outbound-access',
  'no-internet',
  'unknown',
] as const;

export const risks = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'none',
  'unknown',
] as const;
