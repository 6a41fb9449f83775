import { IngressSource, SourcePath } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { otherPathMatch } from './otherPathMatch';
import { RouteFields } from './RouteRule';

/** Characters that make a path more than text when it is read as a regular expression. */
const special = /[\\^$*+?()[\]{}|]/;

/** Whether a path read as a regular expression matches more than its own text. A dot in a file name hardly does. */
export function isRegularExpression(path: string): boolean {
  return special.test(path);
}

/**
 * The match for a path, as NGINX would take it. On a host that is read as regular expressions every path is one, without
 * regard to case and open at its end. Plain paths too: implementations try prefixes before regular expressions whatever
 * their length, so that a plain `/` would take everything.
 *
 * Source: istio/istio pilot/pkg/config/kube/gateway/conversion.go, sortHTTPRoutes.
 */
export function pathMatch(
  source: IngressSource,
  path: SourcePath,
  regexHosts: ReadonlySet<string>,
  context: MigrationContext,
): RouteFields {
  if (!source.served.isNginx) {
    return otherPathMatch(
      source,
      { ...path, path: normalised(path.path) },
      context,
    );
  }
  if (!regexHosts.has(path.host ?? '')) {
    return literalMatch(source, path, context);
  }
  context.note(
    source,
    'check',
    'use-regex',
    isRegularExpression(path.path)
      ? `Path ${path.path} is a regular expression that NGINX matches from the start of the path and without regard to case; the route says so by (?i) and a trailing .*, and how regular expressions are ordered among each other is up to the implementation.`
      : `NGINX matches ${
          path.path
        } without regard to case and also as the beginning of a longer word, because the host is read as regular expressions${
          path.pathType === 'Exact' ? ', although it says Exact' : ''
        }; so does the route. A prefix of whole path elements would be tried before every regular expression of the host.`,
  );
  return { type: 'RegularExpression', value: `(?i)${anchored(path.path)}` };
}

function literalMatch(
  source: IngressSource,
  path: SourcePath,
  context: MigrationContext,
): RouteFields {
  if (path.pathType === 'Exact') {
    return { type: 'Exact', value: normalised(path.path) };
  }
  if (
    path.pathType === 'ImplementationSpecific' &&
    isRegularExpression(path.path)
  ) {
    context.note(
      source,
      'decide',
      'pathType',
      `Path ${path.path} looks like a regular expression, and nothing switches them on for its host: NGINX matches the text itself, and so does the route. Decide what was meant.`,
    );
  }
  return {
    type: 'PathPrefix',
    // A Gateway takes a prefix with and without the slash at its end for the same.
    value: normalised(path.path).replace(/([^/])\/$/, '$1'),
  };
}

/** NGINX matches from the start and does not care how a path goes on; a Gateway matches the whole. */
function anchored(path: string): string {
  const begin = path.replace(/^\^/, '');
  if (begin.includes('|')) {
    // What is around a group must not belong to its first or last branch only.
    return `(?:${begin}).*`;
  }
  if (/(?:^|[^\\])(?:\\\\)*\$$/.test(begin)) {
    return begin.slice(0, -1);
  }
  return /\.\*\)?$/.test(begin) ? begin : `${begin}.*`;
}

/** The API refuses paths that do not begin with a slash. */
function normalised(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
