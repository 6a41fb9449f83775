import {
  ClusterLocation,
  ClusterWatch,
} from 'backstage-plugin-aks-traffic-node';
import { observation } from './observation';

/** A watch whose end a test decides. */
export interface OpenWatch extends ClusterWatch {
  /** Ends it as an API server that cannot be followed does. */
  fail(reason: string): void;
  closed: boolean;
}

/** A watch of a cluster of which nothing is seen but that it is there. */
export function openWatch(location: ClusterLocation): OpenWatch {
  let end = (_?: string) => {};
  const ended = new Promise<string | undefined>(resolve => {
    end = resolve;
  });
  return {
    location,
    observation() {
      return observation({ cluster: location.name });
    },
    objects: () => 7,
    ended,
    closed: false,
    fail: reason => end(reason),
    async close() {
      this.closed = true;
      end();
    },
  };
}
