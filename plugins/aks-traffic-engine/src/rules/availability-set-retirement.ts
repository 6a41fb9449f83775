import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName, listed } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Node pools that are availability sets. */
export const availabilitySetRetirement = createRule(
  {
    id: 'availability-set-retirement',
    description: 'Node pools on availability sets are retired.',
    retirement: 'RET-AVSET',
    remediation: {
      summary:
        'Move to node pools of type VirtualMachines or VirtualMachineScaleSets.',
      actions: [
        'Migrate the cluster to VirtualMachines node pools with the migration command of AKS, or create a new cluster.',
        'Check addresses afterwards: the load balancer may change with the pools.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      const pools = (managedCluster?.nodePools ?? []).filter(
        pool => pool.type?.toLowerCase() === 'availabilityset',
      );
      if (managedCluster && pools.length > 0) {
        yield reportRetirement({
          id: 'RET-AVSET',
          now: input.now,
          subject: { armId: managedCluster.armId },
          evidence: pools.map(pool =>
            armEvidence({
              armId: managedCluster.armId,
              field: `properties.agentPoolProfiles[${pool.name}].type`,
              value: pool.type,
              meaning: `Nodes of pool ${pool.name} are in an availability set`,
            }),
          ),
          message: clause =>
            `Cluster ${clusterName(input)} has ${
              pools.length === 1 ? 'node pool' : 'node pools'
            } ${listed(
              pools.map(pool => pool.name),
            )} on availability sets, and ${clause}: they cannot be relied on for upgrades. Move to VirtualMachines or scale sets.`,
        });
      }
    },
  },
);
