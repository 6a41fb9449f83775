import { annotationOf } from '../../objects/metadata';
import { IngressDetails, IngressInput } from '../SystemDefinition';

const prefix = 'nginx.ingress.kubernetes.io/';

/** What ingress-nginx annotations say about TLS, clients that may connect, and the firewall. */
export function nginxDetails({ ingress }: IngressInput): IngressDetails {
  const value = (name: string) => annotationOf(ingress, `${prefix}${name}`);
  const sourceRanges =
    value('allowlist-source-range') ?? value('whitelist-source-range');
  const verifiesClients =
    value('auth-tls-secret') !== undefined &&
    value('auth-tls-verify-client') !== 'off';
  return {
    ...(value('ssl-passthrough') === 'true'
      ? { tls: 'passthrough' }
      : verifiesClients && { tls: 'mutual' }),
    capabilities: {
      ...(sourceRanges !== undefined && { sourceRanges }),
      ...(value('enable-modsecurity') === 'true' && {
        wafPolicy: 'ModSecurity',
      }),
    },
  };
}
