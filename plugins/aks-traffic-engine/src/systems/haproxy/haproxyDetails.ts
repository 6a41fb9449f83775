import { annotationOf } from '../../objects/metadata';
import { IngressDetails, IngressInput } from '../SystemDefinition';

const passthroughAnnotations = [
  'haproxy.org/ssl-passthrough',
  'haproxy-ingress.github.io/ssl-passthrough',
];

/** Both HAProxy controllers pass TLS through where their annotation says so. */
export function haproxyDetails({ ingress }: IngressInput): IngressDetails {
  const passes = passthroughAnnotations.some(
    name => annotationOf(ingress, name) === 'true',
  );
  return { ...(passes && { tls: 'passthrough' }), capabilities: {} };
}
