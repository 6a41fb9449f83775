import { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Reply } from './Reply';

const compress = promisify(gzip);

export interface SendReplyOptions {
  request: IncomingMessage;
  response: ServerResponse;
  reply: Reply;
  /** Bodies of at least this many bytes are compressed for clients that accept it. */
  gzipFrom?: number;
  /** Sends only this part (0 to 1) of the body. */
  fraction?: number;
}

/** Sends a reply, compressed where the client accepts that. */
export async function sendReply(options: SendReplyOptions): Promise<void> {
  const { request, response, reply, gzipFrom = 1400, fraction } = options;
  const body = Buffer.from(reply.body, 'utf8');
  for (const [name, value] of Object.entries(reply.headers)) {
    response.setHeader(name, value);
  }
  response.statusCode = reply.status;

  if (fraction !== undefined) {
    sendPart({ response, body, fraction });
    return;
  }
  if (body.length >= gzipFrom && acceptsGzip(request)) {
    const compressed = await compress(body);
    response.setHeader('content-encoding', 'gzip');
    response.setHeader('vary', 'Accept-Encoding');
    response.setHeader('content-length', compressed.length);
    response.end(compressed);
    return;
  }
  response.setHeader('content-length', body.length);
  response.end(body);
}

/**
 * The end of the body is told by the end of the connection alone: a length or chunk frame would let the HTTP client
 * notice the loss, whereas this way it is the reader of the JSON who has to.
 */
function sendPart(options: {
  response: ServerResponse;
  body: Buffer;
  fraction: number;
}): void {
  const { response, body, fraction } = options;
  response.useChunkedEncodingByDefault = false;
  response.shouldKeepAlive = false;
  response.removeHeader('content-length');
  response.setHeader('connection', 'close');
  response.end(body.subarray(0, Math.floor(body.length * fraction)));
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}
