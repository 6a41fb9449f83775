/** Longer than any text goes on without meaning. */
const sampleLength = 8192;

/**
 * Text from bytes: UTF-8, or UTF-16 where a byte order mark says so, as shells on Windows write it. `undefined` for
 * what is no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  return bytes.subarray(0, sampleLength).includes(0)
    ? undefined
    : new TextDecoder('utf-8').decode(bytes);
}
