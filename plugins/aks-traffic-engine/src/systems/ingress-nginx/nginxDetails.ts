import { annotationOf } from '../../objects/metadata';
import { unreadAnnotationReading } from '../AnnotationReading';
import { IngressDetails, IngressInput } from '../SystemDefinition';

/** What ingress-nginx annotations say about TLS, clients that may connect, and the firewall. */
export function nginxDetails({
  ingress,
  annotationReading = unreadAnnotationReading,
}: IngressInput): IngressDetails {
  const { prefix, passthrough } = annotationReading;
  const value = (name: string) => annotationOf(ingress, `${prefix}/${name}`);
  const sourceRanges =
    value('allowlist-source-range') ?? value('whitelist-source-range');
  const verifiesClients =
    value('auth-tls-secret') !== undefined &&
    value('auth-tls-verify-client') !== 'off';
  return {
    ...(value('ssl-passthrough') === 'true' && passthrough !== false
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
