import { RouteFields } from './RouteRule';

const valid = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;
/** What NGINX knows and RE2 does not: looking around, atomic groups, possessive quantifiers and back references. */
const perlOnly = /\(\?(?:[=!>]|<[=!])|[*+?}]\+|\\[1-9]/;
const forbidden = ['//', '/./', '/../', '%2f', '%2F', '#'];

/**
 * Why the Gateway API would refuse the path of a match, as a part of a sentence; `undefined` when it takes it.
 *
 * Source: kubernetes-sigs/gateway-api apis/v1/httproute_types.go, rules of HTTPPathMatch.
 */
export function refusedPath({ type, value }: RouteFields): string | undefined {
  const path = String(value);
  if (path.length > 1024) {
    return 'it is longer than 1,024 characters';
  }
  if (type === 'RegularExpression') {
    if (perlOnly.test(path)) {
      return 'its regular expression looks around or refers back, which the expressions of Gateways cannot';
    }
    return canBeRead(path) ? undefined : 'it is no regular expression';
  }
  if (!valid.test(path)) {
    return 'it has characters that a path match may not have';
  }
  const found = forbidden.find(part => path.includes(part));
  if (found !== undefined) {
    return `a path match may not contain ${found}`;
  }
  return /\/\.{1,2}$/.test(path)
    ? 'a path match may not end in a dot segment'
    : undefined;
}

/** Whether an expression has a meaning at all, apart from what RE2 writes in another way than JavaScript. */
function canBeRead(expression: string): boolean {
  try {
    return Boolean(
      new RegExp(
        expression
          .replace(/\(\?[imsU]+\)/g, '')
          .replace(/\(\?[imsU]+:/g, '(?:')
          .replace(/\(\?P</g, '(?<'),
      ),
    );
  } catch {
    return false;
  }
}
