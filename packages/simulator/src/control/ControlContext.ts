import { SimulatedEstate } from '../estate/types';
import { FaultRegistry } from '../faults';
import { KubernetesServer } from '../kubernetes';
import { RequestCounters } from './RequestCounters';

/** What can be looked at and changed while the simulator runs. */
export interface ControlContext {
  estate: SimulatedEstate;
  faults: FaultRegistry;
  counters: RequestCounters;
  /** API servers by the name of their cluster. */
  servers: ReadonlyMap<string, KubernetesServer>;
  azure: { endpoint: string; caFile: string };
  /** The certificate authority of the clusters' API servers. */
  clusterCa: { pem: string; file: string };
  /** Gives a cluster another certificate authority. */
  rotate(cluster: string): Promise<void>;
}

/** A request to the control port. */
export interface ControlRequest {
  parameters: ReadonlyMap<string, string>;
  query: URLSearchParams;
  body: string;
}

/** Thrown for a request that cannot be carried out; the message says why. */
export class ControlError extends Error {
  override name = 'ControlError';

  constructor(readonly status: 400 | 404, message: string) {
    super(message);
  }
}
