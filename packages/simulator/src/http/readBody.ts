import { IncomingMessage } from 'node:http';

const USUAL_BYTES = 16 * 1024 * 1024;

/** Thrown when a request's body is larger than any real client would send. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError';
}

export async function readBody(
  request: IncomingMessage,
  maximumBytes: number = USUAL_BYTES,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maximumBytes) {
      throw new BodyTooLargeError(`More than ${maximumBytes} bytes were sent`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
