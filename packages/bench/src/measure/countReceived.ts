import { subscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

/**
 * Begins to count what connections of undici receive, in bytes before they are unpacked; what it returns tells how many
 * there were so far. Connections to anything count, and only those that are made from now on.
 */
export function countReceived(): () => number {
  const open = new Set<Socket>();
  let ended = 0;
  subscribe('undici:client:connected', message => {
    const { socket } = message as { socket: Socket };
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      ended += socket.bytesRead;
    });
  });
  return () => [...open].reduce((sum, { bytesRead }) => sum + bytesRead, ended);
}
