import { AddressInfo, createServer, Socket } from 'node:net';
import { HeldAddress } from './HeldAddress';

/** A port that accepts connections and says nothing, not even to a TLS greeting. */
export async function listenSilently(port: number = 0): Promise<HeldAddress> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    // A client that gives up must not bring the simulator down.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) {
        socket.destroy();
      }
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
}
