import { parseBoolean } from '../../annotations/values/goValues';
import { IngressSource } from '../ingress/IngressSource';

/**
 * Hosts whose paths NGINX reads as regular expressions: one Ingress with `use-regex` or `rewrite-target` is enough, and
 * then every path of the host is, those of other Ingresses included.
 *
 * Source: ingress-nginx docs/user-guide/ingress-path-matching.md and annotations.md, last release.
 */
export function regexHosts(
  ingresses: readonly IngressSource[],
): ReadonlySet<string> {
  const hosts = new Set<string>();
  for (const ingress of ingresses) {
    if (usesRegex(ingress)) {
      for (const { host } of ingress.paths) {
        hosts.add(host ?? '');
      }
    }
  }
  return hosts;
}

function usesRegex({ nginx }: IngressSource): boolean {
  return (
    parseBoolean(nginx.get('use-regex') ?? '') === true ||
    (nginx.get('rewrite-target') ?? '') !== ''
  );
}
