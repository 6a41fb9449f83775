import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster, OutboundAddresses } from '../azure/facts';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { EgressPool, egressPools } from './egressPools';
import { clusterName, listed } from './messageText';

/** Clusters that leave by addresses that go away with something else. */
export const egressAddressOwnership = createRule(
  {
    id: 'egress-address-ownership',
    description:
      'Traffic leaves by addresses that AKS or single nodes own, so that they change with the cluster or the nodes.',
    remediation: {
      summary: 'Let traffic leave by addresses or prefixes of your own.',
      actions: [
        'Create a public IP prefix, and name it in the outbound profile of the cluster or on a NAT gateway of your own.',
        'Give pools with node addresses a prefix (nodePublicIPPrefixID), or no node addresses.',
        'Tell the services you call about the new addresses first.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      if (managedCluster === undefined) {
        return;
      }
      const found = egressPools(input).flatMap(pool => {
        const evidence = foreignAddress(managedCluster, pool);
        return evidence ? { pool, evidence } : [];
      });
      if (found.length > 0) {
        const isPerNode = found.some(
          ({ pool }) => pool.path.kind === 'instance-public-ip',
        );
        yield {
          situation: isPerNode ? 'node' : 'managed',
          subject: { armId: managedCluster.armId },
          message: `Traffic of ${listed(
            found.map(({ pool }) => pool.name),
          )} in cluster ${clusterName(input)} leaves by addresses of ${
            isPerNode ? 'single nodes' : 'AKS'
          }: whoever has them on an allow list turns you away once ${
            isPerNode ? 'nodes are replaced' : 'the cluster is created anew'
          }. Use a prefix of your own.`,
          evidence: [
            ...new Map(
              found.map(({ evidence }) => [
                `${evidence.field} ${evidence.value}`,
                evidence,
              ]),
            ).values(),
          ],
        };
      }
    },
  },
);

function foreignAddress(
  cluster: ManagedCluster,
  { path, pool, name }: EgressPool,
): Evidence | undefined {
  const { network, armId } = cluster;
  switch (path.kind) {
    case 'load-balancer':
      return managedEvidence(
        armId,
        'loadBalancerProfile',
        network.loadBalancer,
      );
    case 'nat-gateway':
      return /^managednatgateway/i.test(network.outboundType ?? '')
        ? managedEvidence(armId, 'natGatewayProfile', network.natGateway)
        : undefined;
    case 'instance-public-ip':
      return pool && pool.nodePublicIpPrefixId === undefined
        ? armEvidence({
            armId,
            field: `properties.agentPoolProfiles[${name}].nodePublicIPPrefixID`,
            value: undefined,
            meaning: 'Addresses of the nodes come from no prefix',
          })
        : undefined;
    default:
      return undefined;
  }
}

function managedEvidence(
  armId: string,
  profile: string,
  addresses: OutboundAddresses | undefined,
): Evidence | undefined {
  return addresses &&
    addresses.publicIpIds.length === 0 &&
    addresses.publicIpPrefixIds.length === 0
    ? armEvidence({
        armId,
        field: `properties.networkProfile.${profile}.outboundIPs`,
        value: undefined,
        meaning: 'No addresses of your own are named; AKS makes them',
      })
    : undefined;
}
