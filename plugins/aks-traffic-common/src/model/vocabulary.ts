/**
 * The product, add-on or Kubernetes mechanism that lets traffic reach a Service.
 *
 * @remarks
 * `other` is a recognised entry point of a controller this engine has no name for; `unknown` means that the
 * evidence does not say which system serves it.
 *
 * @public
 */
export type IngressSystem =
  | 'app-routing-nginx'
  | 'app-routing-gateway-api'
  | 'application-gateway-for-containers'
  | 'application-gateway-ingress-controller'
  | 'istio'
  | 'ingress-nginx'
  | 'http-application-routing'
  | 'f5-nginx'
  | 'nginx-gateway-fabric'
  | 'traefik'
  | 'haproxy'
  | 'contour'
  | 'kong'
  | 'envoy-gateway'
  | 'cilium'
  | 'application-network'
  | 'load-balancer-service'
  | 'node-port-service'
  | 'other'
  | 'unknown';

/**
 * From how far away something can be reached, widest first: `public` from the internet, `private-link` through
 * a private endpoint, `internal` from the virtual network and its peers, `node-port` from whoever reaches a node,
 * `cluster-only` from inside the cluster. `pending` means an address was asked for and not given yet; `unknown`
 * means the evidence does not decide it, and never that it is safe.
 *
 * @public
 */
export type Exposure =
  | 'public'
  | 'internal'
  | 'private-link'
  | 'node-port'
  | 'cluster-only'
  | 'pending'
  | 'unknown';

/**
 * The mechanism that carries a workload's traffic to the internet.
 *
 * @public
 */
export type EgressKind =
  | 'azure-firewall'
  | 'network-virtual-appliance'
  | 'virtual-network-gateway'
  | 'nat-gateway'
  | 'static-egress-gateway'
  | 'instance-public-ip'
  | 'load-balancer'
  | 'default-outbound-access'
  | 'no-internet'
  | 'unknown';

/**
 * How urgent a finding is. Severity is policy attached to a rule, not a property of the fact.
 *
 * @public
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/**
 * The worst severity among a service's findings; `none` when everything was read and nothing was found,
 * `unknown` when too little was read to say so.
 *
 * @public
 */
export type Risk = Severity | 'none' | 'unknown';

/**
 * How sure a claim is: `proven` by fields that decide it, `inferred` where one link is an assumption,
 * `conflict` where two sources contradict each other.
 *
 * @public
 */
export type Confidence = 'proven' | 'inferred' | 'conflict';

/**
 * Where TLS ends for an entry point.
 *
 * @public
 */
export type TlsMode =
  | 'none'
  | 'terminate'
  | 'passthrough'
  | 'mutual'
  | 'unknown';

/**
 * How much of a cluster the data behind an answer covers.
 *
 * @public
 */
export type CoverageState = 'complete' | 'partial' | 'stale' | 'unreachable';
