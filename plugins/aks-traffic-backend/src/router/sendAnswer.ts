import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Request, Response } from 'express';
import { EncodedAnswer } from '../service/answers/EncodedAnswer';

const decompress = promisify(gunzip);

/** Sends an answer, or that it is the one that the caller has, in the coding that the caller takes. */
export async function sendAnswer(
  request: Request,
  response: Response,
  { hash, gzip }: EncodedAnswer,
): Promise<void> {
  const compressed = request.acceptsEncodings('gzip') === 'gzip';
  response.set({
    // Each coding has a tag of its own, as a strong tag stands for the very bytes.
    etag: compressed ? `"${hash}-gzip"` : `"${hash}"`,
    // For the caller's own memory alone, and never unasked: rights can end at any time.
    'cache-control': 'private, no-cache',
    'content-type': 'application/json; charset=utf-8',
  });
  response.vary('Accept-Encoding').vary('Authorization');
  if (request.fresh) {
    response.status(304).end();
  } else if (compressed) {
    response.set('content-encoding', 'gzip').send(gzip);
  } else {
    response.send(await decompress(gzip));
  }
}
