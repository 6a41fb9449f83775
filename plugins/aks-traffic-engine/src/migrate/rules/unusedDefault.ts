import { IngressSource, SourcePath } from '../ingress/IngressSource';

/**
 * Why NGINX sends nothing to the default backend of an Ingress for a host; `undefined` where it does. The server of a
 * host is made for the first Ingress that has it, with the default backend of that one, and the server for all other
 * hosts is there before any rule.
 *
 * Source: kubernetes/ingress-nginx internal/ingress/controller/controller.go, createServers, read at commit 3146b86.
 */
export function unusedDefault(
  source: IngressSource,
  { host, isDefault }: SourcePath,
  ingresses: readonly IngressSource[],
): string | undefined {
  if (!isDefault || !source.served.isNginx) {
    return undefined;
  }
  const hasRules = source.paths.some(path => !path.isDefault);
  if (host === undefined) {
    return hasRules
      ? 'NGINX uses a default backend for the hosts that its Ingress names, and a rule without a host names none'
      : undefined;
  }
  const first = ingresses
    .filter(
      other =>
        other.served.isNginx &&
        !other.isCanary &&
        other.paths.some(path => path.host === host && !path.isDefault),
    )
    .find(other => isOlder(other, source));
  return first === undefined ||
    first.paths.some(path => path.host === host && path.isDefault)
    ? undefined
    : `NGINX takes the default backend of a host from the first Ingress that has it, and ${first.namespace}/${first.reference.name} is older and has none`;
}

/** Files have no time stamps, and then nothing is known to be older. */
function isOlder(left: IngressSource, right: IngressSource): boolean {
  return Date.parse(left.createdAt ?? '') < Date.parse(right.createdAt ?? '');
}
