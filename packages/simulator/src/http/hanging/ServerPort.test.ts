import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { connect, Socket } from 'node:net';
import { ServerPort } from './ServerPort';

describe('ServerPort', () => {
  const sockets: Socket[] = [];
  let server: Server;
  let port: ServerPort;

  const dial = () => {
    const socket = connect(port.number, '127.0.0.1');
    socket.on('error', () => {});
    sockets.push(socket);
    return socket;
  };
  const closing = (socket: Socket) =>
    new Promise(done => socket.once('close', done));
  const ask = async () =>
    (await fetch(`http://127.0.0.1:${port.number}/`)).text();

  beforeEach(async () => {
    server = createServer((_, response) => response.end('served'));
    port = await ServerPort.open(server, 0);
  });

  afterEach(async () => {
    sockets.splice(0).forEach(socket => socket.destroy());
    await port.close();
  });

  it('drops the connections there are when it begins to hang', async () => {
    const socket = dial();
    await once(socket, 'connect');
    const closed = closing(socket);
    await port.hang('handshake');
    await closed;
    expect(server.listening).toBe(false);
  });

  it('accepts connections and reads nothing while it hangs in the handshake', async () => {
    await port.hang('handshake');
    const socket = dial();
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    const closed = closing(socket);
    await port.hang(undefined);
    await closed;
    expect(socket.bytesRead).toBe(0);
  });

  it('lets no connection be made while it hangs at connect', async () => {
    await port.hang('connect');
    const waiting = Array.from({ length: 5 }, dial);
    const accepted = dial();
    // Long enough for a packet on loopback and its first repetition.
    accepted.setTimeout(1_500);
    await once(accepted, 'timeout');
    expect([...waiting, accepted].map(({ connecting }) => connecting)).toEqual(
      Array(6).fill(true),
    );
  });

  it('serves again, at the same port, when it hangs no longer', async () => {
    const { number } = port;
    for (const stage of ['connect', 'handshake', 'connect'] as const) {
      await port.hang(stage);
    }
    await port.hang(undefined);
    expect([port.number, await ask()]).toEqual([number, 'served']);
  });

  it('gives its port up whatever holds it', async () => {
    await port.hang('connect');
    await port.close();
    const other = await ServerPort.open(createServer(), port.number);
    await other.close();
    expect(other.number).toBe(port.number);
  });
});
