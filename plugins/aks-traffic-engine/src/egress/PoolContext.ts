import {
  EgressHop,
  EgressKind,
  Evidence,
} from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { ManagedCluster, Subnet } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { SchedulablePool } from './scheduling/SchedulablePool';

/** What the steps of the resolution know about one node pool, once its subnet is found. */
export interface PoolContext {
  azure: AzureIndex;
  index: ClusterIndex;
  cluster: ManagedCluster;
  pool: SchedulablePool;
  /** The subnet whose route table and NAT gateway decide for traffic of pods. */
  subnet: Subnet;
}

/** The end of a resolution: how traffic leaves. */
export interface PathEnd {
  kind: EgressKind;
  hops: EgressHop[];
  publicIps: string[];
}

/** What one step found. Without an end the next step is asked; what was learned stays as evidence. */
export interface StepResult {
  end?: PathEnd;
  evidence: Evidence[];
}

/** One step of the resolution order, which is Azure's own precedence for internet traffic. */
export type EgressStep = (context: PoolContext) => StepResult;

/** An end that says why nothing can be said. The reason is in the evidence. */
export function unknownEnd(hops: EgressHop[] = []): PathEnd {
  return { kind: 'unknown', hops, publicIps: [] };
}
