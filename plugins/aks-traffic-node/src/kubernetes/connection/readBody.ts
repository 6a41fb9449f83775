import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { withoutManagedFields } from './withoutManagedFields';

const unzip = promisify(gunzip);

/** The answer is larger than was allowed. */
export class BodyTooLargeError extends Error {}

/** The answer is not text: decoding it would make other names out of what was sent. */
export class NotUtf8Error extends Error {}

/**
 * Reads an answer's body into text, without `managedFields`. It never takes more than `maxBytes`: neither on the wire
 * nor after decompression.
 *
 * @throws BodyTooLargeError at the first byte above the limit; NotUtf8Error; any stream or decompression error as it is.
 */
export async function readBody(options: {
  body: Readable;
  contentEncoding: string | undefined;
  maxBytes: number;
}): Promise<string> {
  const { body, contentEncoding, maxBytes } = options;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      body.destroy();
      throw new BodyTooLargeError();
    }
    chunks.push(chunk);
  }
  const received = Buffer.concat(chunks, bytes);
  if (contentEncoding?.trim().toLowerCase() !== 'gzip') {
    return decode(received);
  }
  try {
    const plain = await unzip(received, { maxOutputLength: maxBytes });
    return decode(plain);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BodyTooLargeError();
    }
    throw error;
  }
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) {
    throw new NotUtf8Error();
  }
  return withoutManagedFields(bytes).toString('utf8');
}
