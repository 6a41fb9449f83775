import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { RouteFields } from './RouteRule';

const inCluster =
  /^(https?):\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?(?::(\d+))?(?:\/|\$request_uri|$)/;

/** A copy of each request to a Service of the same namespace. Other targets are for a person to decide. */
export function mirrorFilter(
  source: IngressSource,
  context: MigrationContext,
): RouteFields | undefined {
  const target = source.nginx.get('mirror-target') ?? '';
  if (target === '') {
    return undefined;
  }
  const [, scheme, name, namespace, port] = inCluster.exec(target) ?? [];
  if (name === undefined || namespace !== source.namespace) {
    context.note(
      source,
      'decide',
      'mirror-target',
      'A route mirrors to Services only; make one for the target, with a ReferenceGrant where it is in another namespace, or mirror in the mesh.',
    );
    return undefined;
  }
  return {
    type: 'RequestMirror',
    requestMirror: {
      backendRef: {
        name,
        port: Number(port ?? (scheme === 'https' ? 443 : 80)),
      },
    },
  };
}
