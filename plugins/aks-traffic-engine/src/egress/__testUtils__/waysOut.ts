import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import { ResourceRow } from '../../model/estate';
import { resolveEgress } from '../resolveEgress';
import {
  azureRow,
  clusterRow,
  net,
  publicIpRow,
  questionOf,
  routeTableRow,
  subnetRow,
  vnetId,
} from './egressEstate';

export const firewallId = net('azureFirewalls/fw');

export function firewallRow(
  subnet: string = `${vnetId}/subnets/AzureFirewallSubnet`,
) {
  return azureRow(firewallId, {
    ipConfigurations: [
      {
        properties: {
          privateIPAddress: '10.9.0.4',
          publicIPAddress: { id: net('publicIPAddresses/fw') },
          subnet: { id: subnet },
        },
      },
    ],
  });
}

export const toFirewall = [
  subnetRow({ routeTable: { id: net('routeTables/udr') } }),
  routeTableRow([['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']]),
];
export const natRows = [
  subnetRow({ natGateway: { id: net('natGateways/nat') } }),
  azureRow(
    net('natGateways/nat'),
    {
      publicIpAddresses: [{ id: net('publicIPAddresses/nat') }],
      publicIpPrefixes: [{ id: net('publicIPPrefixes/nat') }],
    },
    { sku: { name: 'StandardV2' } },
  ),
  publicIpRow('nat', '20.0.0.1'),
  azureRow(net('publicIPPrefixes/nat'), { ipPrefix: '20.0.1.0/30' }),
];
export const loadBalancerRows = [
  clusterRow({
    network: {
      loadBalancerProfile: {
        effectiveOutboundIPs: [{ id: net('publicIPAddresses/lb') }],
      },
    },
  }),
  subnetRow(),
  publicIpRow('lb', '20.0.2.1'),
];

export function resolve(
  rows: ResourceRow[],
  options: Parameters<typeof questionOf>[1] = {},
): EgressPath[] {
  return resolveEgress(questionOf(rows, options));
}

export function meaningsOf(path: EgressPath): string {
  return path.evidence.map(entry => entry.meaning).join('\n');
}
