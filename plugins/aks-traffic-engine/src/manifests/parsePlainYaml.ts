import { parsePlainFlow } from './parsePlainFlow';
import { parsePlainScalar } from './parsePlainScalar';
import { isPlainKey } from './plainKey';

/** Deeper values are left to the parser for all of YAML. */
const maxDepth = 60;

const key = /^(?:([A-Za-z_$][\w./$-]*)|"([^"\\]*)"|'([^']*)'):(?: +|$)/;

/** What a reader throws on meeting anything it does not surely understand. */
const notPlain = new Error('This is not plain YAML');

class PlainYamlReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly lines: string[]) {}

  read(): { value: unknown; line: number } {
    this.skipBlank();
    if (/^--- *(#.*)?$/.test(this.lines[this.position] ?? '')) {
      this.position += 1;
    }
    const start = this.skipBlank();
    if (start === undefined) {
      throw notPlain;
    }
    const line = this.position;
    const value = this.block(start);
    if (this.skipBlank() !== undefined) {
      throw notPlain;
    }
    return { value, line };
  }

  /** Goes to the next line that is neither blank nor a comment, and gives its indentation. */
  private skipBlank(): number | undefined {
    for (; this.position < this.lines.length; this.position += 1) {
      const line = this.lines[this.position];
      const indent = indentOf(line);
      if (indent < line.length && line[indent] !== '#') {
        return indent;
      }
    }
    return undefined;
  }

  /** The map or list that begins at the current line. */
  private block(indent: number): unknown {
    this.depth += 1;
    if (this.depth > maxDepth) {
      throw notPlain;
    }
    const value = isItem(this.lines[this.position], indent)
      ? this.list(indent)
      : this.map(indent);
    this.depth -= 1;
    return value;
  }

  private map(indent: number): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (;;) {
      const next = this.skipBlank();
      if (next === undefined || next < indent) {
        return found;
      }
      const line = this.lines[this.position].slice(indent);
      const match = next === indent ? key.exec(line) : null;
      if (match === null) {
        throw notPlain;
      }
      const [all, plain, double, single] = match;
      const name = plain ?? double ?? single;
      if (!isPlainKey(name, found)) {
        throw notPlain;
      }
      this.position += 1;
      found[name] = this.value(line.slice(all.length), indent, true);
    }
  }

  private list(indent: number): unknown[] {
    const found: unknown[] = [];
    while (this.skipBlank() === indent) {
      const line = this.lines[this.position];
      if (!isItem(line, indent)) {
        return found;
      }
      const rest = line.slice(indent + 1);
      const content = rest.trimStart();
      if (key.test(content) || isItem(content, 0)) {
        const inner = line.length - content.length;
        // The same as if the content stood on a line of its own.
        this.lines[this.position] = ' '.repeat(inner) + content;
        found.push(this.block(inner));
      } else {
        this.position += 1;
        found.push(this.value(content, indent, false));
      }
    }
    const next = this.skipBlank();
    if (next !== undefined && next > indent) {
      throw notPlain;
    }
    return found;
  }

  /** What follows a key or a dash, whose own line is behind. */
  private value(rest: string, indent: number, isInMap: boolean): unknown {
    const text = rest.trimEnd();
    if (text === '' || text.startsWith('#')) {
      const next = this.skipBlank();
      if (next === undefined || next < indent) {
        return null;
      }
      const isNested =
        next > indent || (isInMap && isItem(this.lines[this.position], indent));
      return isNested ? this.block(next) : null;
    }
    if (text[0] === '|') {
      return this.literal(text, indent);
    }
    const scalar = /^[{[]/.test(text)
      ? parsePlainFlow(text)
      : parsePlainScalar(text);
    const next = this.skipBlank();
    if (scalar === undefined || (next !== undefined && next > indent)) {
      throw notPlain;
    }
    return scalar.value;
  }

  private literal(header: string, indent: number): string {
    const lines: string[] = [];
    let column: number | undefined;
    for (; this.position < this.lines.length; this.position += 1) {
      const line = this.lines[this.position];
      const start = indentOf(line);
      const isBlank = start === line.length;
      if (!isBlank && start <= indent) {
        break;
      }
      if (!isBlank) {
        column ??= start;
      }
      if (isBlank ? start > (column ?? 0) : start < column!) {
        throw notPlain;
      }
      lines.push(isBlank ? '' : line.slice(column));
    }
    let end = lines.length;
    while (end > 0 && lines[end - 1] === '') {
      end -= 1;
    }
    if (end === 0) {
      throw notPlain;
    }
    const content = lines.slice(0, end).join('\n');
    switch (header) {
      case '|':
        return `${content}\n`;
      case '|-':
        return content;
      case '|+':
        return content + '\n'.repeat(lines.length - end + 1);
      default:
        throw notPlain;
    }
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) {
    indent += 1;
  }
  return indent;
}

function isItem(line: string, indent: number): boolean {
  return (
    line[indent] === '-' &&
    (line.length === indent + 1 || line[indent + 1] === ' ')
  );
}

/**
 * Reads the YAML that programs such as kubectl and Helm mostly write: maps and lists in block style, or on one line,
 * scalars on one line, literal blocks. It takes a tenth of the time that a parser for all of YAML does.
 *
 * @returns the value and its line, from 0; `undefined` when there is anything else in the text, mistakes included.
 */
export function parsePlainYaml(
  text: string,
): { value: unknown; line: number } | undefined {
  if (!text.endsWith('\n') || hasUnusualCharacters(text)) {
    return undefined;
  }
  try {
    return new PlainYamlReader(text.slice(0, -1).split('\n')).read();
  } catch (error) {
    if (error === notPlain || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function hasUnusualCharacters(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(
    text,
  );
}
