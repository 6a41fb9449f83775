import { ManagedCluster } from '../azure/facts';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { entryPointsBySystem } from './entryPointsBySystem';
import { clusterName, nameOf } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Clusters on the Basic Load Balancer, and the Services that are reached through it directly. */
export const basicLoadBalancerRetirement = createRule(
  {
    id: 'basic-load-balancer-retirement',
    description: 'The Basic Load Balancer is retired.',
    retirement: 'RET-BASIC-LB',
    remediation: {
      summary: 'Move to a cluster with the Standard Load Balancer.',
      actions: [
        'Follow the migration from the Basic to the Standard Load Balancer for the cluster, or create a new cluster.',
        'Expect new public addresses: basic public IPs cannot stay behind a standard load balancer.',
        'Update DNS records and the allow lists of those who call you or are called by you.',
      ],
    },
  },
  {
    systems: new Set(['load-balancer-service']),
    *cluster(input) {
      const { managedCluster } = input.draft;
      if (managedCluster && isBasic(managedCluster)) {
        yield reportRetirement({
          id: 'RET-BASIC-LB',
          now: input.now,
          subject: { armId: managedCluster.armId },
          evidence: [skuEvidence(managedCluster)],
          message: clause =>
            `Cluster ${clusterName(
              input,
            )} stands on the Basic Load Balancer, and ${clause}: it has no guaranteed availability. Move to the Standard Load Balancer.`,
        });
      }
    },
    *service(service, { draft, now }) {
      const { managedCluster } = draft;
      if (!managedCluster || !isBasic(managedCluster)) {
        return;
      }
      for (const entry of entryPointsBySystem(
        service,
        'load-balancer-service',
      )) {
        yield reportRetirement({
          id: 'RET-BASIC-LB',
          now,
          subject: entry.resource,
          evidence: [...entry.evidence, skuEvidence(managedCluster)],
          message: clause =>
            `${nameOf(
              entry.resource,
            )} is reached through a Basic Load Balancer, and ${clause}: it has no guaranteed availability. Move the cluster to the Standard Load Balancer.`,
        });
      }
    },
  },
);

function isBasic({ network }: ManagedCluster): boolean {
  return network.loadBalancerSku?.toLowerCase() === 'basic';
}

function skuEvidence({ armId, network }: ManagedCluster) {
  return armEvidence({
    armId,
    field: 'properties.networkProfile.loadBalancerSku',
    value: network.loadBalancerSku,
    meaning: 'Services and nodes of the cluster use the Basic Load Balancer',
  });
}
