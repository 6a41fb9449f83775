import { parseAddressRanges } from './parseAddressRanges';
import { isInteger, parseBoolean } from './goValues';

/** Says what is wrong with a value, as a clause about it; `undefined` when nothing is. */
export type ValueCheck = (value: string) => string | undefined;

/** Any text at all, such as raw configuration. */
export const anything: ValueCheck = () => undefined;

export const boolean: ValueCheck = value =>
  parseBoolean(value) === undefined ? 'is neither true nor false' : undefined;

export const integer: ValueCheck = value =>
  isInteger(value) ? undefined : 'is no whole number';

/** A size as NGINX writes it, such as `8m`. */
export const size: ValueCheck = value =>
  /^\d+[bkmg]?$/i.test(withoutSpaces(value))
    ? undefined
    : 'is no size such as 8m';

export const addressRanges: ValueCheck = value =>
  parseAddressRanges(value) === undefined
    ? 'is no list of addresses and ranges such as 10.0.0.0/8, divided by commas'
    : undefined;

/** One of some words. Space around it is allowed. */
export function oneOf(
  words: readonly string[],
  options: { anyCase?: boolean } = {},
): ValueCheck {
  const allowed = new Set(words);
  return value => {
    const word = options.anyCase ? value.trim().toLowerCase() : value.trim();
    return allowed.has(word) ? undefined : `is none of ${words.join(', ')}`;
  };
}

/** Only characters that a pattern allows, spaces left out of account, and no line breaks. */
export function matching(pattern: RegExp, what: string): ValueCheck {
  return value =>
    pattern.test(withoutSpaces(value)) && !/[\r\n]/.test(value)
      ? undefined
      : `is no ${what}`;
}

/** The first of some checks that fails. */
export function allOf(...checks: readonly ValueCheck[]): ValueCheck {
  return value => {
    for (const check of checks) {
      const failure = check(value);
      if (failure !== undefined) {
        return failure;
      }
    }
    return undefined;
  };
}

/** ingress-nginx leaves spaces out before it looks at most values. */
function withoutSpaces(value: string): string {
  return value.replaceAll(' ', '');
}
