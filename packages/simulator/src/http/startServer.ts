import {
  createServer as createHttpServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import {
  createServer as createHttpsServer,
  Server as HttpsServer,
} from 'node:https';
import { Clock, systemClock } from './Clock';
import { HangStage, ServerPort } from './hanging/ServerPort';

export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

export interface StartServerOptions {
  handler: RequestHandler;
  /** Without one the server speaks plain http. */
  certificate?: { key: string; cert: string };
  /** 0, the default, picks a free port. */
  port?: number;
  /** Decides the `date` header. */
  clock?: Clock;
  /** Told about a handler that threw; the client gets a bare 500. */
  onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** Presents another certificate from now on. Throws on a server without one. */
  changeCertificate(certificate: { key: string; cert: string }): void;
  port: number;
  /** `https://localhost:PORT`, or `http://127.0.0.1:PORT` without a certificate. */
  url: string;
  /** Drops all connections and hangs at a stage of those that come from now on, or at none. */
  hang(stage: HangStage | undefined): Promise<void>;
  /** Stops listening and drops every connection, the silent ones included. */
  close(): Promise<void>;
}

/** Starts a server on loopback. */
export async function startServer(
  options: StartServerOptions,
): Promise<RunningServer> {
  const { certificate, port = 0, clock = systemClock } = options;
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('date', clock.now().toUTCString());
    options.handler(request, response).catch(error => {
      options.onError?.(error);
      if (response.headersSent) {
        response.destroy();
      } else {
        response.writeHead(500, { 'content-type': 'text/plain' }).end();
      }
    });
  };
  const server: Server = certificate
    ? createHttpsServer(
        { key: certificate.key, cert: certificate.cert },
        listener,
      )
    : createHttpServer(listener);
  // Idle watches and hanging answers are wanted here.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;

  const opened = await ServerPort.open(server, port);
  return {
    port: opened.number,
    url: certificate
      ? `https://localhost:${opened.number}`
      : `http://127.0.0.1:${opened.number}`,
    changeCertificate: changed => {
      if (!(server instanceof HttpsServer)) {
        throw new TypeError('A server of plain http has no certificate');
      }
      server.setSecureContext(changed);
      server.closeAllConnections();
    },
    hang: stage => opened.hang(stage),
    close: () => opened.close(),
  };
}
