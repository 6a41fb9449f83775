import { ManagedCluster } from '../azure/facts';
import { endOfSupportClause, lifecycleOf } from '../retirements/endOfSupport';
import {
  findVersionEnd,
  kubernetesVersionEnds,
  longTermKubernetesVersionEnds,
  VersionEnd,
} from '../retirements/versionEnds';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';

/** Kubernetes versions that are out of support, or will be soon. */
export const kubernetesVersionSupport = createRule(
  {
    id: 'kubernetes-version-support',
    description:
      "The cluster's Kubernetes version is out of support, or will be within a quarter.",
    retirement: 'RET-K8S',
    remediation: {
      summary: 'Upgrade the cluster to a supported version.',
      actions: [
        'Ask for the versions that this cluster can have: az aks get-upgrades.',
        'Check which Gateway API version comes with the target version, and whether the routes in use are part of it.',
        'Upgrade the control plane, then the node pools; set an automatic upgrade channel afterwards.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      const end = managedCluster && endOf(managedCluster);
      const lifecycle =
        end === 'before' ? 'ended' : end && lifecycleOf(end, input.now);
      if (
        !managedCluster ||
        !end ||
        !lifecycle ||
        lifecycle === 'announced' ||
        lifecycle === 'undated'
      ) {
        return;
      }
      yield {
        situation: lifecycle,
        subject: { armId: managedCluster.armId },
        message: `Cluster ${clusterName(input)} runs Kubernetes ${
          managedCluster.kubernetesVersion
        }, whose ${
          end === 'before'
            ? 'support has ended'
            : endOfSupportClause(end, input.now)
        }: gateways and data plane get no fixes with it then. Upgrade the cluster.`,
        evidence: [
          armEvidence({
            armId: managedCluster.armId,
            field: 'properties.currentKubernetesVersion',
            value: managedCluster.kubernetesVersion,
            meaning: isLongTerm(managedCluster)
              ? 'The version, on the long-term support plan'
              : 'The version, on the community support plan',
          }),
        ],
        ...(end !== 'before' && { deadline: end.date }),
      };
    },
  },
);

function endOf(cluster: ManagedCluster): VersionEnd | 'before' | undefined {
  const minor = /^\d+\.\d+/.exec(cluster.kubernetesVersion ?? '')?.[0];
  if (minor === undefined) {
    return undefined;
  }
  if (!isLongTerm(cluster)) {
    return findVersionEnd(kubernetesVersionEnds, minor);
  }
  // Of the long-term plan only single ends were stated: a version before the first of them may have another one.
  const end = findVersionEnd(longTermKubernetesVersionEnds, minor);
  return end === 'before' ? undefined : end;
}

function isLongTerm({ supportPlan }: ManagedCluster): boolean {
  return supportPlan?.toLowerCase() === 'akslongtermsupport';
}
