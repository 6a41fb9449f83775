import { annotationOf } from '../../objects/metadata';
import { IngressDetails, IngressInput } from '../SystemDefinition';

/** Traefik ends TLS for an Ingress without `spec.tls` when this annotation asks for it. */
export function traefikDetails({ ingress }: IngressInput): IngressDetails {
  const tls = annotationOf(ingress, 'traefik.ingress.kubernetes.io/router.tls');
  return { ...(tls === 'true' && { tls: 'terminate' }), capabilities: {} };
}
