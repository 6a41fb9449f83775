import { IngressSystem } from 'backstage-plugin-aks-traffic-common';

/**
 * What is said about a system's support when the report names no retirement for it.
 *
 * `unknown` stands for the systems that are known to be retiring: if their retirement is missing from a report,
 * the card must not call them supported.
 */
export type SupportBaseline =
  | 'supported'
  | 'preview'
  | 'none-announced'
  | 'unknown';

export const supportBaselines: Readonly<
  Record<IngressSystem, SupportBaseline>
> = {
  'app-routing-nginx': 'unknown',
  'app-routing-gateway-api': 'supported',
  'application-gateway-for-containers': 'supported',
  'application-gateway-ingress-controller': 'none-announced',
  istio: 'none-announced',
  'ingress-nginx': 'unknown',
  'http-application-routing': 'unknown',
  'f5-nginx': 'none-announced',
  'nginx-gateway-fabric': 'none-announced',
  traefik: 'none-announced',
  haproxy: 'none-announced',
  contour: 'none-announced',
  kong: 'none-announced',
  'envoy-gateway': 'none-announced',
  cilium: 'none-announced',
  'application-network': 'preview',
  'load-balancer-service': 'none-announced',
  'node-port-service': 'none-announced',
  other: 'unknown',
  unknown: 'unknown',
};

/**
 * Systems whose end of support is only known from an announcement made before it: afterwards the card says
 * where the claim comes from, because nobody has confirmed that the end was not moved.
 */
export const systemsEndingByAnnouncement: ReadonlySet<IngressSystem> = new Set([
  'app-routing-nginx',
]);

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownSystem(system: string): system is IngressSystem {
  return Object.hasOwn(supportBaselines, system);
}
