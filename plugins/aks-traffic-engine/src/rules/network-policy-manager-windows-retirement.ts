import { createRule } from './createRule';
import { clusterName, listed } from './messageText';
import { networkPolicyManagerPools } from './networkPolicyManager';
import { reportRetirement } from './reportRetirement';

/** Windows pools whose network policies depend on Azure Network Policy Manager. */
export const networkPolicyManagerWindowsRetirement = createRule(
  {
    id: 'network-policy-manager-windows-retirement',
    description: 'Azure Network Policy Manager is retired on Windows nodes.',
    retirement: 'RET-NPM-WIN',
    remediation: {
      summary: 'Enforce network policies on Windows nodes by another engine.',
      actions: [
        'Move the cluster to network policy engine calico, which has Windows nodes in its scope, or run the workloads on Linux nodes.',
        'Until then, limit traffic of these pools by network security groups on their subnet.',
      ],
    },
  },
  {
    *cluster(input) {
      for (const { cluster, pools, evidence } of networkPolicyManagerPools(
        input.draft.managedCluster,
        'Windows',
      )) {
        yield reportRetirement({
          id: 'RET-NPM-WIN',
          now: input.now,
          subject: { armId: cluster.armId },
          evidence,
          message: clause =>
            `Cluster ${clusterName(
              input,
            )} enforces network policies on Windows ${
              pools.length === 1 ? 'pool' : 'pools'
            } ${listed(
              pools,
            )} by Azure Network Policy Manager, and ${clause}. Move these pools to another engine, or their workloads to Linux.`,
        });
      }
    },
  },
);
