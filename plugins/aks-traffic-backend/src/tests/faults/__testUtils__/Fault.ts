/** A switch of the simulator, see its README. */
export interface FaultSwitch {
  target: string;
  resource?: string;
  verb?: string;
  times?: number;
  effect: { kind: string; [field: string]: unknown };
}

/** A request to the simulator's control port. */
export interface ControlRequest {
  method: string;
  path: string;
  body?: unknown;
}

/** What of the verdicts is still there while the fault lasts. */
export type Kept =
  | 'every verdict'
  | 'every Service; what cannot be known is unknown'
  | 'every Service but those that are gone'
  | 'the other clusters; of this one there is what the new one has'
  | 'the other clusters';

/** One thing that goes wrong, what the user must see of it and what must be kept. */
export interface Fault {
  /** A clause without a full stop, unique. */
  fault: string;
  switches?: FaultSwitch[];
  requests?: ControlRequest[];
  /** The same, in the middle of the sweep: once this many requests for Pods have come to the cluster that is hit. */
  whileReading?: { podRequests: number; requests: ControlRequest[] };
  /** Ends what `requests` did; the switches end by themselves. */
  undo?: ControlRequest[];
  /** Whose answers are not waited for as long as usual: Azure's for five seconds, those of clusters for two. */
  impatient?: 'azure' | 'clusters';
  /** The backend starts anew with the fault there, and remembers nothing but its database. */
  restarted?: boolean;
  /** Objects per page. */
  pageSize?: number;
  /** Sweeps until what is stated is seen; 1 when absent. */
  sweeps?: number;
  /** State of the cluster that is hit. */
  seen: 'complete' | 'partial' | 'stale' | 'unreachable';
  /** A part of the reason given; none where nothing is to be noticed. */
  because?: RegExp;
  /** The reason as the page tells it, where its words depend on whether retries or a deadline end first. */
  inShort?: string;
  kept: Kept;
}
