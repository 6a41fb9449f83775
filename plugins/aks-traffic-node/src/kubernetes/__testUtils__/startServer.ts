import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { ConnectionEnvironment } from '../connection/ApiConnection';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
) => void;

export interface TestServer {
  requests: {
    method?: string;
    url: URL;
    headers: IncomingMessage['headers'];
  }[];
  port: number;
  /** Connections accepted so far. */
  connections: () => number;
  /** Sends the reader's https requests to this server over plain http, and waits for nothing. */
  environment: Partial<ConnectionEnvironment> & { waited: number[] };
  close: () => Promise<void>;
}

/** An http server on a free port that stands for an API server: real sockets, without the certificates. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push({
      method: request.method,
      url: new URL(request.url ?? '/', 'http://server'),
      headers: request.headers,
    });
    handler(request, response);
  });
  server.on('connection', () => connections++);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const waited: number[] = [];
  return {
    requests,
    port,
    connections: () => connections,
    environment: {
      waited,
      random: () => 0,
      wait: async milliseconds => {
        waited.push(milliseconds);
      },
      dispatcher: (_origin, { connect: _, ...options }) =>
        new Pool(`http://127.0.0.1:${port}`, options),
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
