import { createRule } from './createRule';
import { clusterName, listed } from './messageText';
import { networkPolicyManagerPools } from './networkPolicyManager';
import { reportRetirement } from './reportRetirement';

/** Linux pools whose network policies depend on Azure Network Policy Manager. */
export const networkPolicyManagerLinuxRetirement = createRule(
  {
    id: 'network-policy-manager-linux-retirement',
    description:
      'Azure Network Policy Manager is being retired on Linux nodes.',
    retirement: 'RET-NPM-LIN',
    remediation: {
      summary: 'Move the cluster to Azure CNI powered by Cilium.',
      actions: [
        'Look for policies that Cilium reads differently: ipBlock never selects pods or nodes there.',
        'Update the cluster to network data plane and policy engine cilium.',
      ],
    },
  },
  {
    *cluster(input) {
      for (const { cluster, pools, evidence } of networkPolicyManagerPools(
        input.draft.managedCluster,
        'Linux',
      )) {
        yield reportRetirement({
          id: 'RET-NPM-LIN',
          now: input.now,
          subject: { armId: cluster.armId },
          evidence,
          message: clause =>
            `Cluster ${clusterName(input)} enforces network policies on Linux ${
              pools.length === 1 ? 'pool' : 'pools'
            } ${listed(
              pools,
            )} by Azure Network Policy Manager, and ${clause}. Move the cluster to Cilium.`,
        });
      }
    },
  },
);
