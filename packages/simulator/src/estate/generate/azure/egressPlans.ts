import {
  armId,
  createRow,
  networkRow,
  publicAddressRow,
  RowPlace,
} from './createRow';
import { EgressContext, EgressPlan, PlannedEgress } from './EgressPlan';

const network = 'Microsoft.Network';
const managedNetwork = 'aks-vnet-20261122';
const ownNetwork = 'vnet-aks';

/** The ways out that generated clusters take in turn. */
export const egressPlans: readonly EgressPlan[] = [
  { egress: 'load-balancer', plan: planLoadBalancer },
  { egress: 'nat-gateway', plan: planManagedNatGateway },
  {
    egress: 'azure-firewall',
    plan: context =>
      planRoute(context, {
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: context.hub.firewallAddress,
      }),
  },
  { egress: 'nat-gateway', plan: planOwnNatGateway },
  {
    egress: 'network-virtual-appliance',
    plan: context =>
      planRoute(context, {
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: context.hub.applianceAddress,
      }),
  },
  {
    egress: 'virtual-network-gateway',
    plan: context =>
      planRoute(context, { nextHopType: 'VirtualNetworkGateway' }),
  },
  { egress: 'no-internet', plan: planNone },
];

function subnetIdOf(place: RowPlace, name: string): string {
  return `${armId(place, network, 'virtualNetworks', name)}/subnets/aks-subnet`;
}

function managedNetworkRow(
  { nodePlace, space }: EgressContext,
  properties: Record<string, unknown> = {},
) {
  return networkRow({
    place: nodePlace,
    name: managedNetwork,
    space,
    subnet: { name: 'aks-subnet', properties },
  });
}

function planLoadBalancer(context: EgressContext): PlannedEgress {
  const { nodePlace, name } = context;
  const address = publicAddressRow({
    place: nodePlace,
    name: `outbound-${name}`,
    address: context.nextPublicAddress(),
    tags: { 'aks-managed-type': 'aks-slb-managed-outbound-ip' },
  });
  return {
    networkProfile: {
      outboundType: 'loadBalancer',
      loadBalancerProfile: {
        managedOutboundIPs: { count: 1 },
        effectiveOutboundIPs: [{ id: address.id }],
      },
    },
    rows: [managedNetworkRow(context), address],
    outboundAddressIds: [address.id],
  };
}

function planManagedNatGateway(context: EgressContext): PlannedEgress {
  const { nodePlace, name } = context;
  const natGatewayId = armId(
    nodePlace,
    network,
    'natGateways',
    'aks-nat-gateway',
  );
  const address = publicAddressRow({
    place: nodePlace,
    name: `outbound-${name}`,
    address: context.nextPublicAddress(),
    properties: { natGateway: { id: natGatewayId } },
  });
  return {
    networkProfile: {
      outboundType: 'managedNATGateway',
      natGatewayProfile: {
        sku: 'StandardV2',
        managedOutboundIPProfile: { count: 1 },
        effectiveOutboundIPs: [{ id: address.id }],
      },
    },
    rows: [
      managedNetworkRow(context, { natGateway: { id: natGatewayId } }),
      address,
      createRow({
        place: nodePlace,
        path: ['natGateways', 'aks-nat-gateway'],
        sku: { name: 'StandardV2' },
        properties: {
          publicIpAddresses: [{ id: address.id }],
          subnets: [{ id: subnetIdOf(nodePlace, managedNetwork) }],
        },
      }),
    ],
    outboundAddressIds: [],
  };
}

function planOwnNatGateway(context: EgressContext): PlannedEgress {
  const { place, space } = context;
  const natGatewayId = armId(place, network, 'natGateways', 'ngw');
  const subnetId = subnetIdOf(place, ownNetwork);
  const prefix = createRow({
    place,
    path: ['publicIPPrefixes', 'ippre-ngw'],
    sku: { name: 'Standard', tier: 'Regional' },
    properties: {
      ipPrefix: `${context.nextPublicAddress()}/32`,
      natGateway: { id: natGatewayId },
    },
  });
  return {
    networkProfile: { outboundType: 'userAssignedNATGateway' },
    subnetId,
    rows: [
      networkRow({
        place,
        name: ownNetwork,
        space,
        subnet: {
          name: 'aks-subnet',
          properties: { natGateway: { id: natGatewayId } },
        },
      }),
      prefix,
      createRow({
        place,
        path: ['natGateways', 'ngw'],
        sku: { name: 'Standard' },
        properties: {
          publicIpPrefixes: [{ id: prefix.id }],
          subnets: [{ id: subnetId }],
        },
      }),
    ],
    outboundAddressIds: [],
  };
}

function planRoute(
  context: EgressContext,
  hop: { nextHopType: string; nextHopIpAddress?: string },
): PlannedEgress {
  const { place, space, hub } = context;
  const routeTableId = armId(place, network, 'routeTables', 'rt-aks');
  const subnetId = subnetIdOf(place, ownNetwork);
  hub.addSpoke(armId(place, network, 'virtualNetworks', ownNetwork));
  return {
    networkProfile: { outboundType: 'userDefinedRouting' },
    subnetId,
    rows: [
      networkRow({
        place,
        name: ownNetwork,
        space,
        subnet: {
          name: 'aks-subnet',
          properties: {
            routeTable: { id: routeTableId },
            defaultOutboundAccess: false,
          },
        },
        peerings: [{ name: 'hub', remote: hub.networkId }],
      }),
      createRow({
        place,
        path: ['routeTables', 'rt-aks'],
        properties: {
          disableBgpRoutePropagation: true,
          routes: [
            {
              id: `${routeTableId}/routes/default`,
              name: 'default',
              properties: { addressPrefix: '0.0.0.0/0', ...hop },
            },
          ],
          subnets: [{ id: subnetId }],
        },
      }),
    ],
    outboundAddressIds: [],
  };
}

function planNone(context: EgressContext): PlannedEgress {
  const { place, space } = context;
  return {
    networkProfile: { outboundType: 'none' },
    subnetId: subnetIdOf(place, ownNetwork),
    rows: [
      networkRow({
        place,
        name: ownNetwork,
        space,
        subnet: {
          name: 'aks-subnet',
          properties: { defaultOutboundAccess: false },
        },
      }),
    ],
    outboundAddressIds: [],
  };
}
