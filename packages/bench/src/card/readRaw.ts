import { Agent, request } from 'node:http';

/** Connections are kept, one for each reader, as browsers keep theirs. */
const agent = new Agent({ keepAlive: true });

/** An answer as it came. */
export interface RawAnswer {
  status: number;
  /** The entity tag, where the answer has one. */
  etag?: string;
  /** Bytes of the body, still compressed. */
  bytes: number;
}

/**
 * Asks for something as browsers do, and reads the whole answer without unpacking it: all readers share a process, which
 * is not to be what is measured.
 */
export async function readRaw(
  url: string,
  options: { headers: Record<string, string>; body?: unknown },
): Promise<RawAnswer> {
  const { headers, body } = options;
  return new Promise((done, fail) => {
    request(url, {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'accept-encoding': 'gzip, deflate' },
    })
      .once('error', fail)
      .once('response', response => {
        let bytes = 0;
        response
          .on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          })
          .once('error', fail)
          .once('end', () =>
            done({
              status: response.statusCode ?? 0,
              etag: response.headers.etag,
              bytes,
            }),
          );
      })
      .end(body === undefined ? undefined : JSON.stringify(body));
  });
}
