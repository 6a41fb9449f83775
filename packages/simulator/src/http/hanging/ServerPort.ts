import { AddressInfo, Server, Socket } from 'node:net';
import { HeldAddress } from './HeldAddress';
import { listenSilently } from './listenSilently';
import { listenWithoutAccepting } from './listenWithoutAccepting';

/** Where a connection gets no further: before it is made, or before TLS has begun on it. */
export type HangStage = 'connect' | 'handshake';

const holders: Record<HangStage, (port: number) => Promise<HeldAddress>> = {
  connect: listenWithoutAccepting,
  handshake: listenSilently,
};

/** A server's port on loopback, which something else can hold for a while that lets no request through. */
export class ServerPort {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #port = 0;
  #stage: HangStage | undefined;
  /** What holds the port instead of the server. */
  #holder: HeldAddress | undefined;
  #lastChange: Promise<void> = Promise.resolve();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** @param port - 0 for one that is free. */
  static async open(server: Server, port: number): Promise<ServerPort> {
    const opened = new ServerPort(server);
    opened.#port = port;
    await opened.#listen();
    opened.#port = (server.address() as AddressInfo).port;
    return opened;
  }

  get number(): number {
    return this.#port;
  }

  /** Drops all connections and hangs at a stage of those that come, or serves them again. */
  hang(stage: HangStage | undefined): Promise<void> {
    return this.#next(async () => {
      if (stage === this.#stage) {
        return;
      }
      await this.#giveUp();
      this.#stage = stage;
      if (stage === undefined) {
        await this.#listen();
      } else {
        this.#holder = await holders[stage](this.#port);
      }
    });
  }

  /** Stops listening and drops every connection, also those on which TLS has not begun. */
  close(): Promise<void> {
    return this.#next(() => this.#giveUp());
  }

  /** One change after the other: two things cannot have one port. */
  #next(change: () => Promise<void>): Promise<void> {
    const changed = this.#lastChange.then(change);
    this.#lastChange = changed.catch(() => {});
    return changed;
  }

  async #giveUp(): Promise<void> {
    const holder = this.#holder;
    this.#holder = undefined;
    await holder?.close();
    if (this.#server.listening) {
      await new Promise<void>((resolve, reject) => {
        this.#server.close(error => (error ? reject(error) : resolve()));
        for (const socket of this.#sockets) {
          socket.destroy();
        }
      });
    }
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
  }
}
