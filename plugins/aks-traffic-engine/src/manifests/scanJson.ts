/** What reading alone does not tell of a JSON text. */
export interface JsonScan {
  /** Keys that an object has more than once, with the value, and the entry of its `items`, that they are in. */
  duplicates: { key: string; line: number; value: number; item?: number }[];
  /** The values that stand one after the other in the text. */
  values: { start: number; end: number; line: number }[];
  /** For each of the values: the lines of the entries of its own list `items`. */
  itemLines: number[][];
}

const newLine = 10;
const space = 32;
const quote = 34;
const comma = 44;
const openingList = 91;
const backslash = 92;
const closingList = 93;
const openingObject = 123;
const closingObject = 125;

const namedDuplicates = 200;

const itemsDepth = 2;

/**
 * Walks over a JSON text once. `JSON.parse` takes the last of several equal keys without a word, so a reviewer and an
 * API server can see different values; and it says nothing of lines.
 *
 * @param text - A text that `JSON.parse` accepts, or several after each other; anything else gives no sensible answer.
 */
export function scanJson(text: string): JsonScan {
  const scan: JsonScan = { duplicates: [], values: [], itemLines: [] };
  // One entry for each open bracket: the keys seen so far, or nothing for a list.
  const open: (Set<string> | undefined)[] = [];
  let line = 1;
  let isKeyNext = false;
  let key = '';
  let isInItems = false;
  let isItemNext = false;
  for (let position = 0; position < text.length; position += 1) {
    const character = text.charCodeAt(position);
    if (character === newLine) {
      line += 1;
      continue;
    }
    if (character <= space) {
      continue;
    }
    if (isItemNext && character !== closingList) {
      scan.itemLines.at(-1)?.push(line);
    }
    isItemNext = false;
    switch (character) {
      case openingObject:
      case openingList: {
        const isList = character === openingList;
        if (open.length === 0) {
          scan.values.push({ start: position, end: text.length, line });
          scan.itemLines.push([]);
        }
        open.push(isList ? undefined : new Set());
        isKeyNext = !isList;
        if (isList && open.length === itemsDepth && key === 'items') {
          isInItems = true;
          isItemNext = true;
        }
        break;
      }
      case closingObject:
      case closingList:
        isInItems = isInItems && open.length > itemsDepth;
        open.pop();
        if (open.length === 0 && scan.values.length > 0) {
          scan.values.at(-1)!.end = position + 1;
        }
        break;
      case comma:
        isKeyNext = open.at(-1) !== undefined;
        isItemNext = isInItems && open.length === itemsDepth;
        break;
      case quote: {
        const end = endOfText(text, position);
        const keys = open.at(-1);
        if (isKeyNext && keys !== undefined) {
          key = contentOf(text, position, end);
          if (keys.has(key) && scan.duplicates.length < namedDuplicates) {
            scan.duplicates.push({
              key,
              line,
              value: scan.values.length - 1,
              ...(isInItems && { item: scan.itemLines.at(-1)!.length - 1 }),
            });
          }
          keys.add(key);
          isKeyNext = false;
        }
        position = end;
        break;
      }
      default:
    }
  }
  return scan;
}

function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) {
    end = text.indexOf('"', end + 1);
  }
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text.charCodeAt(first - 1) === backslash) {
    first -= 1;
  }
  return (position - first) % 2 === 1;
}

function contentOf(text: string, start: number, end: number): string {
  const content = text.slice(start + 1, end);
  if (!content.includes('\\')) {
    return content;
  }
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return content;
  }
}
