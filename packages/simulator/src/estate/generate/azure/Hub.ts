import { ArmResource } from '../../types';
import { armId, createRow, networkRow, RowPlace } from './createRow';

/** How many clusters lean on one hub network. */
export const clustersPerHub = 50;

/** A hub network with an Azure Firewall, a network appliance and a gateway. */
export interface Hub {
  networkId: string;
  firewallAddress: string;
  applianceAddress: string;
  /** Rows of the hub itself, once all its spokes are known. */
  rows(): ArmResource[];
  addSpoke(networkId: string): void;
}

export function createHub(options: {
  place: Omit<RowPlace, 'resourceGroup'>;
  index: number;
  publicAddress: string;
}): Hub {
  const { index, publicAddress } = options;
  const place = { ...options.place, resourceGroup: `rg-hub-${index}` };
  const name = `vnet-hub-${index}`;
  const networkId = armId(place, 'Microsoft.Network', 'virtualNetworks', name);
  const firewallAddress = `10.${index % 50}.1.4`;
  const spokes: string[] = [];
  return {
    networkId,
    firewallAddress,
    applianceAddress: `10.${index % 50}.2.10`,
    addSpoke: spoke => spokes.push(spoke),
    rows: () => {
      const firewall = `afw-hub-${index}`;
      const address = armId(
        place,
        'Microsoft.Network',
        'publicIPAddresses',
        `pip-${firewall}`,
      );
      return [
        networkRow({
          place,
          name,
          space: `10.${index % 50}.0.0/16`,
          subnet: { name: 'AzureFirewallSubnet', properties: {} },
          peerings: spokes.map((remote, spoke) => ({
            name: `spoke-${spoke}`,
            remote,
          })),
        }),
        createRow({
          place,
          path: ['publicIPAddresses', `pip-${firewall}`],
          sku: { name: 'Standard', tier: 'Regional' },
          properties: { ipAddress: publicAddress },
        }),
        createRow({
          place,
          path: ['azureFirewalls', firewall],
          properties: {
            sku: { name: 'AZFW_VNet', tier: 'Standard' },
            ipConfigurations: [
              {
                name: 'ipconfig',
                properties: {
                  privateIPAddress: firewallAddress,
                  publicIPAddress: { id: address },
                  subnet: { id: `${networkId}/subnets/AzureFirewallSubnet` },
                },
              },
            ],
          },
        }),
      ];
    },
  };
}
