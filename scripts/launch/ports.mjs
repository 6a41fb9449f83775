import { createServer } from 'node:net';
import { LaunchError } from './log.mjs';

function tryListen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host }, () => {
      const { port: actual } = server.address();
      server.close(() => resolve(actual));
    });
  });
}

export function freePort() {
  return tryListen(0, '127.0.0.1');
}

/** A busy port is found out before anything starts: the backend itself would log the error and then hang. */
export async function requireFreePort(port, variable) {
  const wayOut = variable ? ` or choose another with ${variable}=<port>` : '';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LaunchError(`${variable} must be a port number from 1 to 65535`);
  }
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    try {
      await tryListen(port, host);
    } catch (error) {
      if (error.code === 'EADDRINUSE') {
        throw new LaunchError(
          `port ${port} is in use; stop what listens there${wayOut}`,
        );
      }
      if (error.code === 'EACCES') {
        throw new LaunchError(
          `port ${port} needs more rights than this user has${wayOut}`,
        );
      }
      if (!['EAFNOSUPPORT', 'EADDRNOTAVAIL'].includes(error.code)) {
        throw error;
      }
    }
  }
  return port;
}
