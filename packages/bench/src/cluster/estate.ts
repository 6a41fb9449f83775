import { Estate } from 'backstage-plugin-aks-traffic-engine';

const subscriptionId = '11111111-2222-4333-8444-555555555555';
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg-shop`;
const network = `${group}/providers/Microsoft.Network`;

/** Resource id of the cluster. */
export const clusterArmId = `${group}/providers/Microsoft.ContainerService/managedClusters/aks-shop`;

function row(
  id: string,
  type: string,
  properties: Record<string, unknown>,
): Estate['rows'][number] {
  return {
    id,
    name: id.slice(id.lastIndexOf('/') + 1),
    type,
    subscriptionId,
    resourceGroup: 'rg-shop',
    location: 'westeurope',
    properties,
  };
}

/** A cluster of three pools in one network, behind a NAT gateway. Made anew, so that no run profits from another. */
export function createEstate(): Estate {
  const virtualNetwork = `${network}/virtualNetworks/vnet-shop`;
  const subnet = `${virtualNetwork}/subnets/nodes`;
  const natGateway = `${network}/natGateways/nat-shop`;
  const egressAddress = `${network}/publicIPAddresses/pip-egress`;
  const rows = [
    row(clusterArmId, 'microsoft.containerservice/managedclusters', {
      kubernetesVersion: '1.34',
      currentKubernetesVersion: '1.34.1',
      nodeResourceGroup: 'MC_rg-shop_aks-shop_westeurope',
      powerState: { code: 'Running' },
      agentPoolProfiles: ['system', 'apps', 'batch'].map(name => ({
        name,
        mode: name === 'system' ? 'System' : 'User',
        osType: 'Linux',
        count: 3,
        availabilityZones: ['1', '2', '3'],
        type: 'VirtualMachineScaleSets',
        vnetSubnetID: subnet,
        enableNodePublicIP: false,
        ...(name === 'system' && {
          nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
        }),
      })),
      networkProfile: {
        networkPlugin: 'azure',
        networkPluginMode: 'overlay',
        networkPolicy: 'cilium',
        networkDataplane: 'cilium',
        outboundType: 'userAssignedNATGateway',
        loadBalancerSku: 'standard',
        podCidr: '10.244.0.0/16',
        serviceCidr: '10.0.0.0/16',
      },
    }),
    row(virtualNetwork, 'microsoft.network/virtualnetworks', {
      addressSpace: { addressPrefixes: ['10.224.0.0/12'] },
      subnets: [
        {
          id: subnet,
          name: 'nodes',
          properties: {
            addressPrefix: '10.224.0.0/16',
            natGateway: { id: natGateway },
          },
        },
      ],
    }),
    row(natGateway, 'microsoft.network/natgateways', {
      publicIpAddresses: [{ id: egressAddress }],
      subnets: [{ id: subnet }],
    }),
    row(egressAddress, 'microsoft.network/publicipaddresses', {
      ipAddress: '20.50.1.4',
      publicIPAllocationMethod: 'Static',
    }),
    ...['20.50.2.10', '20.50.2.11', '20.50.2.12', '20.50.2.13'].map(
      (ipAddress, index) =>
        row(
          `${network}/publicIPAddresses/pip-${index}`,
          'microsoft.network/publicipaddresses',
          { ipAddress, publicIPAllocationMethod: 'Static' },
        ),
    ),
  ];
  return {
    rows,
    gaps: [],
    readTypes: [...new Set(rows.map(({ type }) => type))],
  };
}
