import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { IssuedCertificate } from './certificates';

/** An API server with one Service, as small as one can be. */
export interface ApiServer {
  server: string;
  /** Who asked, by client certificate or token. */
  callers: Set<string>;
  close: () => Promise<void>;
}

/** Starts an API server that lets in who has a certificate of the authority, or the token `secret-token`. */
export async function startApiServer(options: {
  certificate: IssuedCertificate;
  clientAuthority: string;
}): Promise<ApiServer> {
  const callers = new Set<string>();
  const server = createServer(
    {
      cert: options.certificate.certificate,
      key: options.certificate.key,
      ca: options.clientAuthority,
      requestCert: true,
      rejectUnauthorized: false,
    },
    (request, response) => {
      const socket = request.socket as TLSSocket;
      const caller = socket.authorized
        ? String(socket.getPeerCertificate().subject.CN)
        : request.headers.authorization ?? 'nobody';
      callers.add(caller);
      const isKnown = socket.authorized || caller === 'Bearer secret-token';
      const body = isKnown ? answer(request.url ?? '') : undefined;
      const refusal = isKnown ? 404 : 401;
      const status = body ? 200 : refusal;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { kind: 'Status', code: status }));
    },
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    server: `https://localhost:${(server.address() as AddressInfo).port}`,
    callers,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const coreKinds = new Map([
  ['services', 'Service'],
  ['pods', 'Pod'],
  ['namespaces', 'Namespace'],
  ['nodes', 'Node'],
]);

function answer(url: string): unknown {
  const { pathname } = new URL(url, 'https://server');
  if (pathname === '/apis') {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: [] };
  }
  const [, core, version, resource] = pathname.split('/');
  const kind = coreKinds.get(resource);
  if (core !== 'api' || version !== 'v1' || kind === undefined) {
    return undefined;
  }
  return {
    kind: `${kind}List`,
    apiVersion: 'v1',
    metadata: { resourceVersion: '1' },
    items:
      kind === 'Service'
        ? [
            {
              metadata: { name: 'web', namespace: 'shop' },
              spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
            },
          ]
        : [],
  };
}
