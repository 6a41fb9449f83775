import { SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { RouteRule } from './RouteRule';

/**
 * The rule that sends a path without the slash at its end to the one that has it, as NGINX does by itself where it
 * passes requests on and nothing else asks for the path without it.
 *
 * Source: nginx ngx_http_core_module, `location`, "if a location is defined by a prefix string that ends with the slash
 * character".
 */
export function redirectToSlash(
  { source, path, backends }: RouteRule,
  regexHosts: ReadonlySet<string>,
  context: MigrationContext,
): RouteRule[] {
  const trimmed = path.path.slice(0, -1);
  if (
    !source.served.isNginx ||
    regexHosts.has(path.host ?? '') ||
    backends.length === 0 ||
    !/^\/.*[^/]\/$/.test(path.path) ||
    isAskedFor({ ...path, path: trimmed }, context)
  ) {
    return [];
  }
  context.note(
    source,
    'done',
    'trailingSlash',
    `NGINX answers ${trimmed} with a redirect to ${path.path}, and so does a rule of its own.`,
  );
  return [
    {
      source,
      path: { ...path, path: trimmed, pathType: 'Exact' },
      match: { type: 'Exact', value: trimmed },
      filters: [
        {
          type: 'RequestRedirect',
          requestRedirect: {
            path: { type: 'ReplaceFullPath', replaceFullPath: path.path },
            statusCode: 301,
          },
        },
      ],
      backends: [],
    },
  ];
}

function isAskedFor(
  { host, path }: SourcePath,
  { ingresses }: MigrationContext,
): boolean {
  return ingresses.some(
    ingress =>
      !ingress.isCanary &&
      ingress.paths.some(other => other.host === host && other.path === path),
  );
}
