import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { BodyTooLargeError, NotUtf8Error } from '../connection/readBody';

const newline = 0x0a;

/** The answer ended in the middle of a line. */
export class CutLineError extends Error {}

/**
 * Reads an endless answer line by line, never holding more than one line of at most `maxBytes`.
 *
 * @throws CutLineError when the last line has no end: it must not pass for a whole one; BodyTooLargeError;
 * NotUtf8Error; any error of the stream as it is.
 */
export async function* readLines(options: {
  body: Readable;
  maxBytes: number;
  /** Called for each piece that arrives, whole lines or not. */
  onBytes?: (count: number) => void;
}): AsyncGenerator<string> {
  const { body, maxBytes, onBytes } = options;
  let pieces: Buffer[] = [];
  let held = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    onBytes?.(chunk.length);
    let from = 0;
    for (
      let end = chunk.indexOf(newline);
      end >= 0;
      end = chunk.indexOf(newline, from)
    ) {
      pieces.push(chunk.subarray(from, end));
      held += end - from;
      refuseLonger(held, maxBytes);
      yield decode(Buffer.concat(pieces, held));
      pieces = [];
      held = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      // A copy, so that half a line does not hold the whole piece it came in.
      pieces.push(Buffer.from(chunk.subarray(from)));
      held += chunk.length - from;
      refuseLonger(held, maxBytes);
    }
  }
  if (held > 0) {
    throw new CutLineError();
  }
}

function refuseLonger(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) {
    throw new BodyTooLargeError();
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new NotUtf8Error();
  }
  return bytes.toString('utf8');
}
