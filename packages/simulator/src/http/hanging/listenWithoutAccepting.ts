import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { HeldAddress } from './HeldAddress';

/** The shortest queue that Node.js can ask for. Linux keeps one connection more in it. */
const QUEUE = 1;

/**
 * Node.js accepts whatever comes while its event loop turns. This one stands still as soon as it listens: text, because a
 * thread does not compile TypeScript by itself.
 */
const listenAndStandStill = `
const { parentPort, workerData } = require('node:worker_threads');
const server = require('node:net').createServer();
server.listen({ port: workerData.port, host: '127.0.0.1', backlog: ${QUEUE} }, () => {
  parentPort.postMessage(server.address().port);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
`;

/**
 * A port at which connections are never made: the queue of those that wait to be accepted is full, and the kernel drops
 * what else comes, as a firewall does that says nothing.
 */
export async function listenWithoutAccepting(
  port: number = 0,
): Promise<HeldAddress> {
  const worker = new Worker(listenAndStandStill, {
    eval: true,
    workerData: { port },
  });
  // Rejects when the thread cannot have the port.
  const [held] = (await once(worker, 'message')) as [number];
  const queue = await fillQueue(held);
  return {
    port: held,
    close: async () => {
      await worker.terminate();
      for (const socket of queue) {
        socket.destroy();
      }
    },
  };
}

/** Puts connections into the queue until it is full, and one more that takes the place of any that is lost. */
async function fillQueue(port: number): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let index = 0; index <= QUEUE; index += 1) {
    const socket = connectQuietly(port);
    sockets.push(socket);
    await once(socket, 'connect');
  }
  return [...sockets, connectQuietly(port)];
}

function connectQuietly(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  // The end of the thread resets those in the queue.
  socket.on('error', () => socket.destroy());
  return socket;
}
