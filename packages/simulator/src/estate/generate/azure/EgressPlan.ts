import { ArmResource } from '../../types';
import { RowPlace } from './createRow';
import { Hub } from './Hub';

export interface EgressContext {
  /** The cluster's own resource group. */
  place: RowPlace;
  /** The resource group that AKS keeps for the cluster's nodes. */
  nodePlace: RowPlace;
  name: string;
  /** Address range of the cluster's network. */
  space: string;
  hub: Hub;
  nextPublicAddress(): string;
}

/** What a way out adds to a cluster's row, and which resources it needs. */
export interface PlannedEgress {
  networkProfile: Record<string, unknown>;
  /** Subnet of the nodes, where the owner of the cluster brought the network. */
  subnetId?: string;
  rows: ArmResource[];
  /** Outbound frontends of the cluster's load balancer, by public address id. */
  outboundAddressIds: string[];
}

/** One way out of a cluster. */
export interface EgressPlan {
  /** Word of the vocabulary. */
  egress: string;
  plan(context: EgressContext): PlannedEgress;
}
