import { IngressSystem, TlsMode } from 'backstage-plugin-aks-traffic-common';

/** Systems whose TLS ends in Azure, outside of the cluster. */
const endsInAzure = new Set<IngressSystem>([
  'application-gateway-for-containers',
  'application-gateway-ingress-controller',
]);

/** Where TLS ends and whether clients present certificates; nothing where there is no TLS or it is not known. */
export function tlsCapabilities(
  system: IngressSystem,
  tls: TlsMode,
): Record<string, string | boolean> {
  switch (tls) {
    case 'terminate':
    case 'mutual':
      return {
        tlsEndsAt: endsInAzure.has(system) ? 'azure' : 'cluster',
        ...(tls === 'mutual' && { mutualTls: true }),
      };
    case 'passthrough':
      return { tlsEndsAt: 'workload' };
    default:
      return {};
  }
}
