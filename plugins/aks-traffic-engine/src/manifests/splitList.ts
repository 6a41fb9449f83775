import { TextDocument } from './splitDocuments';

/** A list whose items can be read one by one. */
export interface SplitList {
  /** The list without its items, on the same lines. */
  envelope: TextDocument;
  /** Each is a list of one item. */
  items: Iterable<TextDocument>;
}

/**
 * Takes a list such as `kubectl get --output yaml` prints apart, as text: a parser needs about a hundred bytes for
 * each byte of one document, and the list of a large cluster is one document.
 *
 * @returns `undefined` for everything that is not surely a list in block style whose items stand for themselves.
 */
export function splitList(document: TextDocument): SplitList | undefined {
  const { text } = document;
  const head = /^items:[ \t]*\r?\n/m.exec(text);
  if (
    head === null ||
    !/^kind:[ \t]+\w*List[ \t]*\r?$/m.test(text) ||
    // An anchor of one item may be used by another one.
    /(^|[\s[{,])&\w/.test(text)
  ) {
    return undefined;
  }
  const start = head.index + head[0].length;
  const indent = /^ *(?=-[ \r\n])/.exec(text.slice(start, start + 100))?.[0];
  if (indent === undefined) {
    return undefined;
  }
  const end = endOfItems(text, start, indent.length);
  const rest = text.slice(end);
  if (/^items:/m.test(text.slice(0, head.index)) || /^items:/m.test(rest)) {
    return undefined;
  }
  const blank = '\n'.repeat(countLines(text, start, end));
  return {
    envelope: {
      ...document,
      text: `${text.slice(0, head.index)}items: []\n${blank}${rest}`,
    },
    items: itemsOf({
      document,
      start,
      end,
      indent: indent.length,
      line: document.line + countLines(text, 0, start),
    }),
  };
}

function* itemsOf(options: {
  document: TextDocument;
  start: number;
  end: number;
  indent: number;
  line: number;
}): Generator<TextDocument> {
  const { document, end, indent } = options;
  const { text } = document;
  let { start, line } = options;
  let position = endOfLine(text, start);
  let lines = 1;
  while (position < end) {
    if (isItem(text, position, indent)) {
      yield { ...document, text: text.slice(start, position), line };
      start = position;
      line += lines;
      lines = 0;
    }
    position = endOfLine(text, position);
    lines += 1;
  }
  yield { ...document, text: text.slice(start, end), line };
}

/** Where the first line stands that is neither part of an item nor blank. */
function endOfItems(text: string, start: number, indent: number): number {
  let position = start;
  while (position < text.length) {
    const column = indentOf(text, position);
    const isBlank = /[\r\n#]|^$/.test(text.charAt(position + column));
    if (!isBlank && column <= indent && !isItem(text, position, indent)) {
      return position;
    }
    position = endOfLine(text, position);
  }
  return text.length;
}

function isItem(text: string, position: number, indent: number): boolean {
  return (
    indentOf(text, position) === indent &&
    text.charAt(position + indent) === '-' &&
    /^[ \t\r\n]?$/.test(text.charAt(position + indent + 1))
  );
}

function indentOf(text: string, position: number): number {
  let column = 0;
  while (text.charAt(position + column) === ' ') {
    column += 1;
  }
  return column;
}

function endOfLine(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end + 1;
}

function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (
    let position = text.indexOf('\n', start);
    position >= 0 && position < end;
    position = text.indexOf('\n', position + 1)
  ) {
    lines += 1;
  }
  return lines;
}
