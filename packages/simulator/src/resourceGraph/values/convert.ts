import { Value } from './Value';

/** `tostring()`: null becomes the empty string, arrays and bags become JSON. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'string':
      return value;
    case 'object':
      return value === null ? '' : JSON.stringify(value);
    default:
      return String(value);
  }
}

/** `tobool()` */
export function toBoolean(value: Value): boolean | undefined {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'string':
      return textToBoolean(value);
    default:
      return undefined;
  }
}

/** `todouble()` */
export function toReal(value: Value): number | undefined {
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return textToNumber(value);
    default:
      return undefined;
  }
}

/** `toint()` and `tolong()`: fractions are cut off. */
export function toInteger(value: Value): number | undefined {
  const real = toReal(value);
  return real === undefined ? undefined : Math.trunc(real);
}

function textToBoolean(text: string): boolean | undefined {
  switch (text.trim().toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return undefined;
  }
}

function textToNumber(text: string): number | undefined {
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(text)
    ? Number(text)
    : undefined;
}
