import { compareText } from '../../objects/compareText';
import { MigrationContext } from '../MigrationContext';
import { isRegularExpression } from './pathMatch';
import { refusedPath } from './refusedPath';
import { RouteFields, RouteRule } from './RouteRule';

/**
 * The rules of hosts that NGINX reads as regular expressions, so that a Gateway tries them as NGINX does: the longest
 * path first. Implementations of the Gateway API try prefixes before regular expressions, so that a prefix made of a
 * rewritten path would take what NGINX gives to a longer one.
 *
 * Sources: ingress-nginx docs/user-guide/ingress-path-matching.md, last release; istio/istio
 * pilot/pkg/config/kube/gateway/conversion.go, sortHTTPRoutes.
 */
export function inOrderOfNginx(
  rules: readonly RouteRule[],
  context: MigrationContext,
): RouteRule[] {
  const matched = rules.map(rule => {
    const match = isExpression(rule) && matchBefore(rule, rules, context);
    return match ? { ...rule, match, isNarrower: true } : rule;
  });
  const sorted = matched.filter(isExpression).sort(byPlaceInNginx);
  return matched.map(rule => (isExpression(rule) ? sorted.shift()! : rule));
}

function isExpression({ match, source }: RouteRule): boolean {
  return source.served.isNginx && match.type === 'RegularExpression';
}

function byPlaceInNginx(left: RouteRule, right: RouteRule): number {
  return (
    right.path.path.length - left.path.path.length ||
    compareText(right.path.path, left.path.path)
  );
}

/** The match that goes before the prefixes that NGINX tries later; `undefined` where there are none, or no such match. */
function matchBefore(
  rule: RouteRule,
  rules: readonly RouteRule[],
  context: MigrationContext,
): RouteFields | undefined {
  const { source, path } = rule;
  const prefix = rules.find(
    other =>
      other.match.type === 'PathPrefix' &&
      other.path.host === path.host &&
      other.path.path.length < path.path.length &&
      mayBothMatch(path.path, String(other.match.value)),
  );
  if (!prefix) {
    return undefined;
  }
  const before = `NGINX tries ${path.path} before ${prefix.path.path} of ${prefix.source.reference.name}, and a Gateway tries the prefix ${prefix.match.value}, which that becomes, before any regular expression.`;
  const match = {
    type: 'PathPrefix',
    value: path.path.replace(/(.)\/$/, '$1'),
  };
  if (!isRegularExpression(path.path) && refusedPath(match) === undefined) {
    context.note(
      source,
      'check',
      'precedence',
      `${before} So, other than is said of use-regex, ${path.path} is a prefix of whole path elements, with regard to case.`,
    );
    return match;
  }
  context.note(
    source,
    'decide',
    'precedence',
    `${before} Requests that both match reach the Service of the latter: write the paths that ${path.path} stands for as prefixes.`,
  );
  return undefined;
}

/** Whether a path, as far as it is plain text, leads below a prefix, or may by what follows that text. */
function mayBothMatch(path: string, prefix: string): boolean {
  const plain = /^\^?([^\\^$*+?()[\]{}|]*)/.exec(path)![1];
  const element = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return (
    `${plain}/`.startsWith(element) ||
    (plain.length < path.length && element.startsWith(plain))
  );
}
