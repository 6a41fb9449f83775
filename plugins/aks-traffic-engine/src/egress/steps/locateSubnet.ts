import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { AzureIndex } from '../../azure/AzureIndex';
import { ManagedCluster, Subnet } from '../../azure/facts';
import { armEvidence } from '../../objects/evidence';
import { SchedulablePool } from '../scheduling/SchedulablePool';

/** The subnet that decides for a pool's pods, or nothing and the reason as evidence. */
export interface LocatedSubnet {
  subnet?: Subnet;
  evidence: Evidence[];
}

/**
 * Finds the subnet whose route table and NAT gateway decide how pods of a pool reach the internet: the pod subnet
 * where there is one, else the nodes' subnet, else the one in the network that AKS made for the cluster.
 */
export function locateSubnet(options: {
  azure: AzureIndex;
  cluster: ManagedCluster;
  pool: SchedulablePool;
}): LocatedSubnet {
  const { azure, cluster, pool } = options;
  if (pool.podSubnetId !== undefined) {
    return named({
      ...options,
      subnetId: pool.podSubnetId,
      field: `${pool.field}.podSubnetID`,
      meaning: `Pods of pool ${pool.name} get addresses of this subnet, so its route table and NAT gateway decide`,
    });
  }
  if (pool.subnetId !== undefined) {
    return named({
      ...options,
      subnetId: pool.subnetId,
      field: pool.subnetField,
      meaning: `Nodes of pool ${pool.name} are in this subnet`,
    });
  }
  return managed(azure, cluster, pool);
}

function named(options: {
  azure: AzureIndex;
  cluster: ManagedCluster;
  subnetId: string;
  field: string;
  meaning: string;
}): LocatedSubnet {
  const { azure, cluster, subnetId, field, meaning } = options;
  const subnet = azure.subnet(subnetId);
  const evidence = [
    armEvidence({ armId: cluster.armId, field, value: subnetId, meaning }),
  ];
  if (subnet === undefined) {
    evidence.push(
      armEvidence({
        armId: subnetId,
        field: 'id',
        value: undefined,
        meaning:
          'No row of this subnet was read, so its route table and NAT gateway are not known: give the identity Reader on the virtual network',
      }),
    );
  }
  return { subnet, evidence };
}

function managed(
  azure: AzureIndex,
  cluster: ManagedCluster,
  pool: SchedulablePool,
): LocatedSubnet {
  const group = cluster.nodeResourceGroup;
  const networks =
    group === undefined
      ? []
      : azure.virtualNetworksIn({
          subscriptionId: cluster.subscriptionId,
          resourceGroup: group,
        });
  const subnets = networks
    .flatMap(network => azure.subnetsOf(network.armId))
    .filter(subnet => subnet.delegations.length === 0);
  const subnet =
    subnets.length === 1
      ? subnets[0]
      : subnets.find(candidate => candidate.name === 'aks-subnet');
  const told = armEvidence({
    armId: cluster.armId,
    field: pool.subnetField,
    value: undefined,
    meaning: `Nodes of pool ${
      pool.name
    } are in the virtual network that AKS made in resource group ${
      group ?? '(not stated)'
    }`,
  });
  if (subnet !== undefined) {
    return {
      subnet,
      evidence: [
        told,
        armEvidence({
          armId: subnet.armId,
          field: 'id',
          value: subnet.armId,
          meaning: 'The subnet of the network that AKS made for the nodes',
        }),
      ],
    };
  }
  return {
    evidence: [
      told,
      armEvidence({
        armId: cluster.armId,
        field: 'properties.nodeResourceGroup',
        value: group,
        meaning:
          subnets.length > 1
            ? 'Several subnets were read there, and none of them is certainly that of the nodes'
            : 'No row of a virtual network there was read, so its route table and NAT gateway are not known: give the identity Reader on that resource group',
      }),
    ],
  };
}
