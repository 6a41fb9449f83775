/** Longer than any text goes on without meaning. */
const sampleLength = 8192;

/** A text, and whether it is all that the bytes say. */
export interface DecodedText {
  text: string;
  /** Some bytes are none of the encoding: a replacement character stands for them. */
  isDamaged: boolean;
}

/**
 * Text from bytes: UTF-8, or UTF-16 where a byte order mark says so, as shells on Windows write it. `undefined` for
 * what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return decode(bytes, 'utf-16le');
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return decode(bytes, 'utf-16be');
  }
  return bytes.subarray(0, sampleLength).includes(0)
    ? undefined
    : decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, encoding: string): DecodedText {
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
      isDamaged: false,
    };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isDamaged: true };
  }
}
