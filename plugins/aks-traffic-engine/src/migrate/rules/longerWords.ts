import { MigrationContext } from '../MigrationContext';
import { refusedPath } from './refusedPath';
import { RouteRule } from './RouteRule';

/**
 * The rules for paths of type ImplementationSpecific, with a second match for what a prefix of whole path elements leaves
 * out: NGINX takes such a path for the beginning of any, so that `/shop` is for `/shopping` too. A Gateway tries prefixes
 * before regular expressions, so that a shorter prefix of the host, such as `/`, still takes those; it is said then.
 *
 * Sources: ingress-nginx rootfs/etc/nginx/template and internal/ingress/controller/template/template.go, buildLocation,
 * last release; istio/istio pilot/pkg/config/kube/gateway/conversion.go, sortHTTPRoutes.
 */
export function withLongerWords(
  rules: readonly RouteRule[],
  regexHosts: ReadonlySet<string>,
  context: MigrationContext,
): RouteRule[] {
  return rules.map(rule => {
    const { source, path, match } = rule;
    if (
      !source.served.isNginx ||
      path.pathType !== 'ImplementationSpecific' ||
      regexHosts.has(path.host ?? '') ||
      match.type !== 'PathPrefix' ||
      // What ends in a slash is a prefix of whole elements to both.
      path.path.endsWith('/')
    ) {
      return rule;
    }
    const longerWords = {
      type: 'RegularExpression',
      value: `${escaped(String(match.value))}[^/].*`,
    };
    const taking = rules.find(other => takesLongerWords(other, rule));
    const difference = taking
      ? `a Gateway tries the prefix ${taking.match.value} of ${taking.source.reference.name} before any regular expression that could say so, and ${path.path}x reaches what ${taking.match.value} leads to`
      : refusedPath(longerWords);
    if (difference !== undefined) {
      context.note(
        source,
        'check',
        'pathType',
        `NGINX takes ${path.path} for the beginning of any path, ${path.path}x too; the route takes ${path.path} and what is below it, because ${difference}.`,
      );
      return rule;
    }
    const rival = rules.find(
      other =>
        other !== rule && isRival(other, rule) && !isSamePath(other, rule),
    );
    context.note(
      source,
      rival ? 'check' : 'done',
      'pathType',
      `NGINX takes ${path.path} for the beginning of any path, ${
        path.path
      }x too, and so does the route: by a prefix, and by a regular expression for longer words.${
        rival
          ? ` ${rival.path.path} of ${rival.source.reference.name} begins alike; of paths that both match NGINX gives those to the longer one, and which regular expression a Gateway tries first is up to the implementation.`
          : ''
      }`,
    );
    return { ...rule, longerWords };
  });
}

/** Whether the prefix of a rule takes paths that begin like that of another one and go on within the word. */
function takesLongerWords(
  { match, path }: RouteRule,
  rule: RouteRule,
): boolean {
  const prefix = String(match.value);
  return (
    match.type === 'PathPrefix' &&
    path.host === rule.path.host &&
    (prefix === '/' || rule.path.path.startsWith(`${prefix}/`))
  );
}

/** Whether both are for the beginning of any path, and one begins like the other. */
function isRival({ path }: RouteRule, rule: RouteRule): boolean {
  const [shorter, longer] = [path.path, rule.path.path].sort(
    (left, right) => left.length - right.length,
  );
  return (
    path.pathType === 'ImplementationSpecific' &&
    path.host === rule.path.host &&
    longer.startsWith(shorter)
  );
}

/** A canary is for the path of what it is a canary of. */
function isSamePath({ path }: RouteRule, rule: RouteRule): boolean {
  return path.path === rule.path.path;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
