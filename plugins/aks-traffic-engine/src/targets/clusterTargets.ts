import {
  MigrationTarget,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { migrationTargets } from '../annotations/annotationCatalogue';
import { ClusterFacts } from './ClusterFacts';
import { albController, albNetworkPlugin, albSubnet } from './requirements/alb';
import {
  appRoutingGatewayApi,
  noIstioAddon,
  noIstioResources,
} from './requirements/appRouting';
import {
  gatewayApiResources,
  managedGatewayApi,
} from './requirements/gatewayApi';
import {
  istioAddon,
  istioGateway,
  noApplicationNetwork,
  noAppRoutingGatewayApi,
} from './requirements/istioAddOn';
import { istioRevision } from './requirements/istioRevision';
import { aksCluster } from './requirements/platform';
import { ClusterRequirement } from './requirements/Requirement';

/** What each target needs of a cluster, whatever service moves there. */
export const clusterRequirements: Record<
  MigrationTarget,
  readonly ClusterRequirement[]
> = {
  'app-routing-gateway-api': [
    aksCluster,
    managedGatewayApi,
    appRoutingGatewayApi,
    noIstioAddon,
    noIstioResources,
  ],
  'application-gateway-for-containers': [
    aksCluster,
    albController,
    gatewayApiResources,
    albNetworkPlugin,
    albSubnet,
  ],
  istio: [
    aksCluster,
    istioAddon,
    istioRevision,
    istioGateway,
    noAppRoutingGatewayApi,
    noApplicationNetwork,
  ],
};

/** What a cluster has of what each target needs. */
export type ClusterTargets = ReadonlyMap<
  MigrationTarget,
  readonly TargetRequirement[]
>;

/** Compares what every target needs with what a cluster has. */
export function clusterTargets(facts: ClusterFacts): ClusterTargets {
  return new Map(
    migrationTargets.map(target => [
      target,
      clusterRequirements[target].flatMap(compare => compare(facts) ?? []),
    ]),
  );
}
