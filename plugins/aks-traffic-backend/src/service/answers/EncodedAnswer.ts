import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** An answer as it is sent. */
export interface EncodedAnswer {
  /** SHA-256 of the JSON, in letters that an entity tag may have: equal for equal answers, whoever they are for. */
  hash: string;
  /** The JSON, compressed. */
  gzip: Buffer;
}

export async function encodeAnswer(answer: unknown): Promise<EncodedAnswer> {
  const json = JSON.stringify(answer);
  return {
    hash: createHash('sha256').update(json).digest('base64url'),
    gzip: await compress(json),
  };
}
