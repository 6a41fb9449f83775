import { AddressInfo, createServer, Socket } from 'node:net';
import { HeldAddress } from '../../http';

/**
 * A port at which connections are refused. It is the near end of a connection that is kept open: nothing listens there,
 * and no server that asks for a free port can be given it, which a port that was merely free a moment ago could not
 * promise.
 */
export async function reserveRefusingAddress(): Promise<HeldAddress> {
  const accepted = new Set<Socket>();
  const server = createServer(socket => accepted.add(socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const holder = new Socket();
  await new Promise<void>((resolve, reject) => {
    holder.once('error', reject);
    holder.connect(
      (server.address() as AddressInfo).port,
      '127.0.0.1',
      resolve,
    );
  });
  return {
    port: holder.localPort!,
    close: async () => {
      holder.destroy();
      for (const socket of accepted) {
        socket.destroy();
      }
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}
