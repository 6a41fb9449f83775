import { ServerResponse } from 'node:http';
import { echoOf } from '../../http';

/** What can be done to watches while they are open. */
export const disturbances = [
  'end',
  'cut',
  'garble',
  'silence',
  'echo',
  'echo-expired',
] as const;

/**
 * `end`: the server ends them, as when their time is over. `cut`: the connection breaks in the middle of an event.
 * `garble`: a line comes that is not an event. `silence`: nothing comes any more, and the connection stays. `echo`: the
 * server gives them up, and repeats the headers it was sent. `echo-expired`: the same, as too old.
 */
export type Disturbance = (typeof disturbances)[number];

/** The watches of one API server that are open now. */
export class OpenWatches {
  readonly #watches = new Map<
    ServerResponse,
    { resource: string; mute: () => void }
  >();

  get size(): number {
    return this.#watches.size;
  }

  /** @param mute - has the watch send nothing any more. */
  add(response: ServerResponse, resource: string, mute: () => void): void {
    this.#watches.set(response, { resource, mute });
    response.once('close', () => this.#watches.delete(response));
  }

  /** Disturbs the watches of one resource, or all, and tells how many they were. */
  disturb(how: Disturbance, resource?: string): number {
    const hit = [...this.#watches].filter(
      ([, watch]) => resource === undefined || watch.resource === resource,
    );
    for (const [response, watch] of hit) {
      switch (how) {
        case 'end':
          // Its connection may take a while to close, and nothing may be written to it meanwhile.
          watch.mute();
          response.end();
          break;
        case 'cut':
          watch.mute();
          response.write('{"type":"DELETED","object":{"kind":', () =>
            response.socket?.destroy(),
          );
          break;
        case 'garble':
          response.write('502 Bad Gateway\n');
          break;
        case 'echo':
          watch.mute();
          response.end(echoEvent(response, 500));
          break;
        case 'echo-expired':
          watch.mute();
          response.end(echoEvent(response, 410));
          break;
        default:
          watch.mute();
      }
    }
    return hit.length;
  }
}

/** An event that ends a watch with everything its client sent, as proxies for debugging answer. */
function echoEvent({ req }: ServerResponse, code: number): string {
  const object = {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    message: echoOf(req),
    code,
  };
  return `${JSON.stringify({ type: 'ERROR', object })}\n`;
}
