import {
  Controller,
  EgressHop,
  EntryPoint,
  Evidence,
  ObjectRef,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { evidenceAbout } from './pathEvidence';
import { Publisher } from '../publishers';
import { GraphBuilder } from './GraphBuilder';
import { addWaysIn } from './waysIn';
import { addWaysOut } from './waysOut';

/** What a step of the path is; the rest of a node says which one. */
export type TrafficStep =
  /** Whoever the exposure lets in. */
  | { stage: 'client'; exposure: string }
  /** What publishes an address to whoever could not reach it otherwise. */
  | { stage: 'publisher'; publisher: Publisher }
  | { stage: 'address'; addresses: string[] }
  | {
      stage: 'controller';
      system: string;
      name?: string;
      controller?: Controller;
    }
  /** One Ingress or route, or many that share their way in. */
  | { stage: 'route' }
  | { stage: 'service'; service: ServiceTraffic }
  | { stage: 'workload'; workloads: ObjectRef[] }
  | { stage: 'pool'; pools: string[]; subnets: string[] }
  | { stage: 'hop'; hop: EgressHop }
  /** What the internet sees of traffic that leaves. */
  | { stage: 'outside'; kind: string; addresses: string[] };

/** A step of the path with what proves it. */
export type TrafficNode = TrafficStep & {
  id: string;
  /** `false` where something is there that nothing that was read tells more of. */
  isKnown: boolean;
  /** The ways in that lead through it; none for the Service and what comes after it. */
  entryPoints: EntryPoint[];
  evidence: Evidence[];
};

/**
 * How traffic gets from one step to the next: `passes`; `not-attached` where no controller has accepted the route, so
 * that nothing does; `unknown` where that is not known; `proxied` where only clients that honour a proxy do.
 */
export type TrafficEdgeKind = 'passes' | 'not-attached' | 'unknown' | 'proxied';

export interface TrafficEdge {
  from: string;
  to: string;
  kind: TrafficEdgeKind;
}

/** The path of one Service's traffic: how it gets in, and how the pods' own gets out. */
export interface TrafficGraph {
  /** From left to right: a node comes after those that lead to it. */
  nodes: TrafficNode[];
  edges: TrafficEdge[];
}

/**
 * Draws the path of one Service: a tree of ways in that ends at the Service, and a tree of ways out that begins at its
 * workload. Nodes are shared only where the report says that the traffic is: no way leads through the picture that the
 * report does not state.
 */
export function trafficGraph(options: {
  service: ServiceTraffic;
  /** Of the Service's cluster. */
  controllers: readonly Controller[];
  /** What runs its pods; absent where that is not known, and empty where it selects none. */
  workloads?: readonly ObjectRef[];
}): TrafficGraph {
  const { service, controllers, workloads } = options;
  const builder = new GraphBuilder();
  const serviceId = addWaysIn({ builder, service, controllers });
  const workloadId = builder.add({
    path: ['workload'],
    step: { stage: 'workload', workloads: [...(workloads ?? [])] },
    isKnown: workloads !== undefined,
    evidence: evidenceAbout('workload', service.egress),
  });
  builder.connect({ from: serviceId, to: workloadId, kind: 'passes' });
  addWaysOut({ builder, service, workloadId });
  return builder.build();
}
