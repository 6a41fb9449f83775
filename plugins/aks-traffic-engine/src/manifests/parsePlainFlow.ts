import { parsePlainScalar } from './parsePlainScalar';
import { isPlainKey } from './plainKey';

const maxDepth = 20;

const key = /([A-Za-z_][\w./-]*): +/y;
const token = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[A-Za-z0-9_./-]+/y;
const blanks = / */y;

/**
 * Reads a map or list in flow style on one line, of simple keys and values.
 *
 * @returns `undefined` for what is not surely read right.
 */
export function parsePlainFlow(text: string): { value: unknown } | undefined {
  let position = 0;
  const found = value(0);
  return found !== undefined && position === text.length ? found : undefined;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    position += match?.[0].length ?? 0;
    return match ?? undefined;
  }

  /** Goes past the character, and blanks after it, if it is the next one. */
  function skip(character: string): boolean {
    const isNext = text[position] === character;
    if (isNext) {
      position += 1;
      take(blanks);
    }
    return isNext;
  }

  function value(depth: number): { value: unknown } | undefined {
    if (depth > maxDepth) {
      return undefined;
    }
    if (skip('{')) {
      return map(depth);
    }
    if (skip('[')) {
      return list(depth);
    }
    const [scalar] = take(token) ?? [];
    return scalar === undefined ? undefined : parsePlainScalar(scalar);
  }

  function map(depth: number): { value: unknown } | undefined {
    const entries: Record<string, unknown> = {};
    while (text[position] !== '}') {
      const name = take(key)?.[1];
      const entry = name === undefined ? undefined : value(depth + 1);
      if (
        name === undefined ||
        entry === undefined ||
        !isPlainKey(name, entries)
      ) {
        return undefined;
      }
      entries[name] = entry.value;
      take(blanks);
      if (!skip(',') && text[position] !== '}') {
        return undefined;
      }
    }
    position += 1;
    return { value: entries };
  }

  function list(depth: number): { value: unknown } | undefined {
    const entries: unknown[] = [];
    while (text[position] !== ']') {
      const entry = value(depth + 1);
      if (entry === undefined) {
        return undefined;
      }
      entries.push(entry.value);
      take(blanks);
      if (!skip(',') && text[position] !== ']') {
        return undefined;
      }
    }
    position += 1;
    return { value: entries };
  }
}
