import { ArmResource } from '../../types';
import { createRow, RowPlace } from './createRow';

/** The row of one generated cluster. */
export function managedClusterRow(options: {
  place: RowPlace;
  name: string;
  version: string;
  nodes: number;
  nodeResourceGroup: string;
  subnetId: string | undefined;
  networkProfile: Record<string, unknown>;
  /** Add-ons, as the cluster's sort has them. */
  properties: Record<string, unknown>;
}): ArmResource {
  const { place, name, version, subnetId } = options;
  const isPrivate = subnetId !== undefined;
  const host = `${name}-dns-0a1b2c3d`;
  return createRow({
    place,
    provider: 'Microsoft.ContainerService',
    path: ['managedClusters', name],
    kind: 'Base',
    sku: { name: 'Base', tier: 'Standard' },
    tags: { environment: 'generated' },
    properties: {
      powerState: { code: 'Running' },
      kubernetesVersion: version.split('.').slice(0, 2).join('.'),
      currentKubernetesVersion: version,
      dnsPrefix: `${name}-dns`,
      fqdn: `${host}.hcp.${place.location}.azmk8s.io`,
      agentPoolProfiles: [
        {
          name: 'nodepool1',
          count: options.nodes,
          mode: 'System',
          osType: 'Linux',
          type: 'VirtualMachineScaleSets',
          availabilityZones: ['1', '2', '3'],
          enableNodePublicIP: false,
          ...(subnetId && { vnetSubnetID: subnetId }),
        },
      ],
      addonProfiles: {},
      nodeResourceGroup: options.nodeResourceGroup,
      networkProfile: {
        networkPlugin: 'azure',
        networkPluginMode: 'overlay',
        networkPolicy: 'cilium',
        networkDataplane: 'cilium',
        loadBalancerSku: 'standard',
        ...options.networkProfile,
      },
      aadProfile: { managed: true, enableAzureRBAC: true },
      apiServerAccessProfile: { enablePrivateCluster: isPrivate },
      disableLocalAccounts: true,
      ...options.properties,
    },
  });
}
