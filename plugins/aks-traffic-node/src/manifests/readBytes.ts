import { InputError } from '@backstage/errors';

/** More than this is not read from one file: beyond it, the text alone would fill the memory of a small machine. */
const maximumMegabytes = 128;

/** Reads a stream that may be anything, a device without end included, into memory. */
export async function readBytes(
  stream: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > maximumMegabytes * 1024 * 1024) {
      throw new InputError(
        `it is larger than ${maximumMegabytes} MB; divide it`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}
