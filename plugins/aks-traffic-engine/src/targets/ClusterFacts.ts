import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../azure/facts';
import { ResolveContext } from '../model/resolveContext';
import { ControllerInstance } from '../systems/ControllerInstance';
import { gatewayApiFacts, GatewayApiFacts } from './facts/gatewayApiFacts';
import {
  istioResourceFacts,
  IstioResourceFacts,
} from './facts/istioResourceFacts';

/** Something that holds of a cluster or does not, or of which not enough was read, with what was looked at. */
export interface Fact {
  holds: boolean | 'unknown';
  evidence: Evidence[];
}

/** What a cluster has of what targets need. */
export interface ClusterFacts {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  now: Date;
  /** Absent when the cluster's row was not read. */
  managedCluster?: ManagedCluster;
  gatewayApi: GatewayApiFacts;
  istioResources: IstioResourceFacts;
}

/** Looks up what requirements of targets are compared with, once for a cluster. */
export function clusterFacts(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  now: Date;
}): ClusterFacts {
  const { context, controllers, now } = options;
  return {
    context,
    controllers,
    now,
    managedCluster: context.managedCluster,
    gatewayApi: gatewayApiFacts(context),
    istioResources: istioResourceFacts(context),
  };
}
