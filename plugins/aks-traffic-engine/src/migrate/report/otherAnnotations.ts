import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { ownName } from './otherSystemNotes';

/** What the migration reads, or tools that apply objects keep for themselves. */
const isExpected =
  /^(?:kubernetes\.io\/ingress\.class|kubernetes\.azure\.com\/tls-cert-.*|kubectl\.kubernetes\.io\/.*|meta\.helm\.sh\/.*|backstage\.io\/.*)$/;

/** What to do about annotations that others than NGINX read; they are not carried over, as the object is another. */
const known: readonly { key: RegExp; message: string }[] = [
  {
    key: /^(?:acme\.)?cert-manager\.io\/|^kubernetes\.io\/tls-acme$/,
    message:
      'Not carried over. cert-manager makes and renews the certificate because of it, and stops when the Ingress is gone: annotate the Gateway with the issuer, with the support of cert-manager for the Gateway API switched on, or write a Certificate.',
  },
  {
    key: /^external-dns\.alpha\.kubernetes\.io\//,
    message:
      'Not carried over, so that the DNS record does not move before it is meant to. Set it on the route when traffic moves, with gateway-httproute among the sources of ExternalDNS.',
  },
];

/** A note for each annotation that is not for NGINX: what reads it does not find it on the new objects. */
export function noteOtherAnnotations(
  source: IngressSource,
  annotationPrefix: string,
  context: MigrationContext,
): void {
  for (const key of source.annotations.keys()) {
    if (
      !key.startsWith(`${annotationPrefix}/`) &&
      !isExpected.test(key) &&
      ownName(source, key) === undefined
    ) {
      context.note(
        source,
        'decide',
        key,
        known.find(each => each.key.test(key))?.message ??
          'Not carried over, as it is not for what serves the Ingress. Find out what reads it, and whether the Gateway or the route needs the like.',
      );
    }
  }
}
