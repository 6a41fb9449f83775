import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Clusters on kubenet. */
export const kubenetRetirement = createRule(
  {
    id: 'kubenet-retirement',
    description: 'The network plugin kubenet is being retired.',
    retirement: 'RET-KUBENET',
    remediation: {
      summary: 'Move the cluster to Azure CNI Overlay.',
      actions: [
        'Check that nothing relies on the route table that kubenet keeps for pod traffic.',
        'Update the cluster in place to network plugin azure with mode overlay.',
        'Application Gateway for Containers needs this step first: it does not work with kubenet.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      if (managedCluster?.network.plugin?.toLowerCase() === 'kubenet') {
        yield reportRetirement({
          id: 'RET-KUBENET',
          now: input.now,
          subject: { armId: managedCluster.armId },
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.networkProfile.networkPlugin',
              value: managedCluster.network.plugin,
              meaning: 'Pods get their network from kubenet',
            }),
          ],
          message: clause =>
            `Cluster ${clusterName(
              input,
            )} uses kubenet, and ${clause}. Move it to Azure CNI Overlay.`,
        });
      }
    },
  },
);
