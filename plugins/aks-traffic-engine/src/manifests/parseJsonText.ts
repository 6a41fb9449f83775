import { findDuplicateKeys } from './findDuplicateKeys';
import { ParsedDocument } from './ParsedDocument';

/** Reads a text that is one JSON value; `undefined` when it is not, which leaves it to YAML to say why. */
export function parseJsonText(text: string): ParsedDocument[] | undefined {
  if (!/^\s*[{[]/.test(text)) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const problems = findDuplicateKeys(text).map(({ key, line }) => ({
    line,
    message: `the key ${JSON.stringify(key)} is there twice; keep one`,
  }));
  return [problems.length > 0 ? { problems } : { line: 1, value }];
}
