import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName, listed } from './messageText';

/** Node pools that one zone can take away. */
export const nodePoolZones = createRule(
  {
    id: 'node-pool-zones',
    description: 'A node pool is in fewer than two availability zones.',
    remediation: {
      summary:
        'Use pools that are in several zones, where the region has them.',
      actions: [
        'Create a pool with zones 1, 2 and 3 beside it: the zones of a pool cannot be changed.',
        'Move the workloads over and delete the old pool.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      const pools =
        managedCluster?.nodePools.filter(
          ({ availabilityZones, count }) =>
            availabilityZones.length < 2 && count !== 0,
        ) ?? [];
      if (managedCluster && pools.length > 0) {
        const names = pools.map(({ name }) => name);
        yield {
          situation: 'found',
          subject: { armId: managedCluster.armId },
          message: `${names.length === 1 ? 'Pool' : 'Pools'} ${listed(
            names,
          )} of cluster ${clusterName(input)} ${
            names.length === 1 ? 'is' : 'are'
          } in fewer than two availability zones: one failure in the region may take all nodes. Use pools in several zones, where the region has them.`,
          evidence: pools.map(({ name, availabilityZones }) =>
            armEvidence({
              armId: managedCluster.armId,
              field: `properties.agentPoolProfiles[${name}].availabilityZones`,
              value:
                availabilityZones.length > 0
                  ? availabilityZones.join(', ')
                  : undefined,
              meaning: 'Zones the nodes are in',
            }),
          ),
        };
      }
    },
  },
);
