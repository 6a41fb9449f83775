/** A key that an object of a JSON text has more than once. */
export interface DuplicateKey {
  key: string;
  line: number;
}

const maximum = 20;

/**
 * Finds keys that are written twice in one object. `JSON.parse` takes the last one without a word, so a reviewer and
 * an API server can see different values.
 *
 * @param text - A text that `JSON.parse` accepts; anything else gives no sensible answer.
 */
export function findDuplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  // One entry for each open bracket: the keys seen so far, or nothing for a list.
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  let position = 0;
  let isKeyNext = false;
  while (position < text.length && found.length < maximum) {
    const character = text[position];
    if (character === '\n') {
      line += 1;
    } else if (character === '{') {
      open.push(new Set());
      isKeyNext = true;
    } else if (character === '[') {
      open.push(undefined);
      isKeyNext = false;
    } else if (character === '}' || character === ']') {
      open.pop();
    } else if (character === ',') {
      isKeyNext = open.at(-1) !== undefined;
    } else if (character === '"') {
      const end = endOfText(text, position);
      const keys = open.at(-1);
      if (isKeyNext && keys !== undefined) {
        const key: string = JSON.parse(text.slice(position, end + 1));
        if (keys.has(key)) {
          found.push({ key, line });
        }
        keys.add(key);
        isKeyNext = false;
      }
      position = end;
    }
    position += 1;
  }
  return found;
}

function endOfText(text: string, start: number): number {
  let position = start + 1;
  while (position < text.length && text[position] !== '"') {
    position += text[position] === '\\' ? 2 : 1;
  }
  return position;
}
