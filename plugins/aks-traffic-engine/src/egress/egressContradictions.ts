import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../azure/AzureIndex';
import { ManagedCluster, RouteTable, Subnet } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { armEvidence } from '../objects/evidence';
import { poolPaths } from './poolPaths';
import { SchedulablePool } from './scheduling/SchedulablePool';
import { DefaultRoute, findDefaultRoute } from './steps/findDefaultRoute';
import { locateSubnet } from './steps/locateSubnet';

/** The cluster's outbound type promises something that the subnet of a pool does not keep. */
export interface EgressContradiction {
  kind:
    | 'default-route-missing'
    | 'nat-gateway-missing'
    | 'load-balancer-bypassed';
  outboundType: string;
  pool: string;
  /** What takes over, or is not there, for people. */
  instead: string;
  evidence: Evidence[];
}

/**
 * Compares what a cluster's outbound type promises with the subnets of its pools. Only subnets and route tables that
 * were read can contradict anything.
 */
export function egressContradictions(options: {
  azure: AzureIndex;
  index: ClusterIndex;
  cluster: ManagedCluster;
}): EgressContradiction[] {
  const { cluster } = options;
  const outboundType = cluster.network.outboundType;
  if (outboundType === undefined) {
    return [];
  }
  const found: EgressContradiction[] = [];
  for (const pool of poolPaths(options).pools) {
    const { subnet } = locateSubnet({ ...options, pool });
    const contradiction = subnet && contradictionOf({ ...options, subnet });
    if (contradiction) {
      found.push({
        ...contradiction,
        outboundType,
        pool: pool.name,
        evidence: [
          armEvidence({
            armId: cluster.armId,
            field: 'properties.networkProfile.outboundType',
            value: outboundType,
            meaning: 'What the cluster was told to use',
          }),
          poolEvidence(cluster, pool, subnet),
          ...contradiction.evidence,
        ],
      });
    }
  }
  return found;
}

function contradictionOf(options: {
  azure: AzureIndex;
  cluster: ManagedCluster;
  subnet: Subnet;
}): Pick<EgressContradiction, 'kind' | 'instead' | 'evidence'> | undefined {
  const { azure, cluster, subnet } = options;
  switch (cluster.network.outboundType?.toLowerCase()) {
    case 'userdefinedrouting':
      return routeMissing(azure, subnet);
    case 'userassignednatgateway':
    case 'managednatgateway':
    case 'managednatgatewayv2':
      return natGatewayMissing(azure, subnet);
    case 'loadbalancer':
      return loadBalancerBypassed(azure, subnet);
    default:
      return undefined;
  }
}

function routeMissing(azure: AzureIndex, subnet: Subnet) {
  const table = azure.routeTable(subnet.routeTableId);
  if (isRouteUnread(azure, subnet)) {
    return undefined;
  }
  if (table !== undefined && findDefaultRoute(table) !== undefined) {
    return undefined;
  }
  return {
    kind: 'default-route-missing' as const,
    instead: 'no route for 0.0.0.0/0',
    evidence: [
      armEvidence({
        armId: table?.armId ?? subnet.armId,
        field: table ? 'properties.routes' : 'properties.routeTable.id',
        value: table?.routes.map(route => route.addressPrefix).join(', '),
        meaning: 'No route sends internet traffic anywhere',
      }),
    ],
  };
}

/** A default route to an appliance is a way out somebody planned, and wins over any NAT gateway. */
function natGatewayMissing(azure: AzureIndex, subnet: Subnet) {
  return subnet.natGatewayId !== undefined ||
    plannedRoute(azure, subnet) !== undefined ||
    isRouteUnread(azure, subnet)
    ? undefined
    : {
        kind: 'nat-gateway-missing' as const,
        instead: 'no NAT gateway',
        evidence: [
          armEvidence({
            armId: subnet.armId,
            field: 'properties.natGateway.id',
            value: undefined,
            meaning: 'The subnet has no NAT gateway',
          }),
        ],
      };
}

function loadBalancerBypassed(azure: AzureIndex, subnet: Subnet) {
  const planned = plannedRoute(azure, subnet);
  if (planned !== undefined) {
    const { table, route } = planned;
    return {
      kind: 'load-balancer-bypassed' as const,
      instead: `a default route to ${
        route.nextHopIpAddress ?? 'the virtual network gateway'
      }`,
      evidence: [
        armEvidence({
          armId: table.armId,
          field: `properties.routes[${route.name}]`,
          value: `${route.addressPrefix} to ${route.nextHopType}`,
          meaning: 'Internet traffic goes there, not to the load balancer',
        }),
      ],
    };
  }
  return subnet.natGatewayId === undefined
    ? undefined
    : {
        kind: 'load-balancer-bypassed' as const,
        instead: 'a NAT gateway on the subnet',
        evidence: [
          armEvidence({
            armId: subnet.armId,
            field: 'properties.natGateway.id',
            value: subnet.natGatewayId,
            meaning: 'New connections leave here, not by the load balancer',
          }),
        ],
      };
}

/** The default route to an appliance or a gateway, if there is one. */
function plannedRoute(
  azure: AzureIndex,
  subnet: Subnet,
): { table: RouteTable; route: DefaultRoute } | undefined {
  const table = azure.routeTable(subnet.routeTableId);
  const route = table && findDefaultRoute(table);
  return table &&
    route &&
    route !== 'conflict' &&
    /^virtual(appliance|networkgateway)$/i.test(route.nextHopType)
    ? { table, route }
    : undefined;
}

function isRouteUnread(azure: AzureIndex, subnet: Subnet): boolean {
  return (
    subnet.routeTableId !== undefined &&
    azure.routeTable(subnet.routeTableId) === undefined
  );
}

function poolEvidence(
  cluster: ManagedCluster,
  pool: SchedulablePool,
  subnet: Subnet,
): Evidence {
  return armEvidence({
    armId: cluster.armId,
    field: pool.podSubnetId ? `${pool.field}.podSubnetID` : pool.subnetField,
    value: subnet.armId,
    meaning: `The subnet that decides for pool ${pool.name}`,
  });
}
