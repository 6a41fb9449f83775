import { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Reply } from './Reply';

const compress = promisify(gzip);

/** What may become of a right body on its way. */
export type BodyFault =
  /** Only this part (0 to 1) of it arrives. */
  | { kind: 'cut'; fraction: number }
  /** Only this part (0 to 1) of it arrives, and nobody says that it was all. */
  | { kind: 'stall'; fraction: number }
  /** Names in it have bytes that are not UTF-8. */
  | { kind: 'garbled' }
  | { kind: 'rewrite'; text: string; by: string };

export interface SendReplyOptions {
  request: IncomingMessage;
  response: ServerResponse;
  reply: Reply;
  /** Bodies of at least this many bytes are compressed for clients that accept it. */
  gzipFrom?: number;
  bodyFault?: BodyFault;
}

/** Sends a reply, compressed where the client accepts that. */
export async function sendReply(options: SendReplyOptions): Promise<void> {
  const { request, response, reply, gzipFrom = 1400, bodyFault } = options;
  const body = toBytes(reply.body, bodyFault);
  for (const [name, value] of Object.entries(reply.headers)) {
    response.setHeader(name, value);
  }
  response.statusCode = reply.status;

  if (bodyFault?.kind === 'cut') {
    sendPart({ response, body, fraction: bodyFault.fraction });
    return;
  }
  if (bodyFault?.kind === 'stall') {
    response.setHeader('content-length', body.length);
    response.write(partOf(body, bodyFault.fraction));
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

function toBytes(body: string, fault: BodyFault | undefined): Buffer {
  switch (fault?.kind) {
    case 'garbled':
      return Buffer.from(
        body.replace(/("name": ?"[^"]+)"/g, '$1\u00ff"'),
        'latin1',
      );
    case 'rewrite':
      return Buffer.from(
        body.replaceAll(fault.text, () => fault.by),
        'utf8',
      );
    default:
      return Buffer.from(body, 'utf8');
  }
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
  response.end(partOf(body, fraction));
}

function partOf(body: Buffer, fraction: number): Buffer {
  return body.subarray(0, Math.floor(body.length * fraction));
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
}
