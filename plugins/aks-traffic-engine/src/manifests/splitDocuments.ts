/** One document of a YAML stream, with the line it begins at. */
export interface TextDocument {
  text: string;
  /** From 1. */
  line: number;
  /** Place of the document in the stream, from 1. */
  number: number;
}

/**
 * Splits a YAML stream at its document markers, which YAML lets stand at the beginning of a line only. Reading each
 * document by itself keeps a broken one from taking the following ones with it, and bounds the memory a stream takes.
 */
export function* splitDocuments(text: string): Generator<TextDocument> {
  let start = 0;
  let startLine = 1;
  let line = 1;
  let number = 0;
  let position = 0;
  while (position < text.length) {
    const end = endOfLine(text, position);
    const isStart = text.startsWith('---', position);
    const isEnd = text.startsWith('...', position);
    if (
      (isStart || isEnd) &&
      /^[\s]?$/.test(text.slice(position + 3, position + 4))
    ) {
      const until = isStart ? position : end;
      if (hasContent(text, start, until)) {
        number += 1;
        yield { text: text.slice(start, until), line: startLine, number };
      }
      start = until;
      startLine = isStart ? line : line + 1;
    }
    position = end;
    line += 1;
  }
  if (hasContent(text, start, text.length)) {
    yield { text: text.slice(start), line: startLine, number: number + 1 };
  }
}

function endOfLine(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end + 1;
}

/** Whether there is more than markers, comments and directives. */
function hasContent(text: string, start: number, end: number): boolean {
  let position = start;
  while (position < end) {
    const next = Math.min(endOfLine(text, position), end);
    const content = text
      .slice(position, next)
      .replace(/^(---|\.\.\.)/, '')
      .trim();
    if (content !== '' && !/^[#%]/.test(content)) {
      return true;
    }
    position = next;
  }
  return false;
}
