import { SimulatedEstate, StoredObject } from '../estate/types';
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
  /** Lets the addresses of all servers be as the faults have them now. */
  applyHangs(): Promise<void>;
  /** Gives a cluster another certificate authority. */
  rotate(cluster: string): Promise<void>;
  /** Puts another cluster in the place of one, with its name and resource id. */
  recreate(cluster: string, recreation: Recreation): Promise<void>;
}

/** What becomes of a cluster that is deleted and made again. */
export interface Recreation {
  /** What its users put into it, besides what AKS runs itself; the estate's objects when absent. */
  objects?: StoredObject[];
  /** Resource Graph goes on with the row of the cluster before, as it does for some minutes. */
  rowStays?: boolean;
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
