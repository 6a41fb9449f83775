import { armEvidence } from '../../objects/evidence';
import { requirement } from '../requirement';
import { ClusterRequirement } from './Requirement';

const id = 'aks-cluster';
const type = 'microsoft.containerservice/managedclusters';

/** All targets are part of AKS. */
export const aksCluster: ClusterRequirement = ({
  managedCluster,
  context: { armId },
}) => {
  if (managedCluster !== undefined) {
    return requirement({
      id,
      met: true,
      message: `Needs a cluster of AKS, which ${managedCluster.name} is.`,
      evidence: [
        armEvidence({
          armId: managedCluster.armId,
          field: 'type',
          value: type,
          meaning: 'The cluster is a managed cluster of AKS.',
        }),
      ],
      source: 'ingressConcepts',
    });
  }
  if (armId !== undefined && !armId.toLowerCase().includes(`/${type}/`)) {
    return requirement({
      id,
      met: false,
      message: 'Needs a cluster of AKS, which this is not.',
      evidence: [
        armEvidence({
          armId,
          field: 'id',
          value: armId,
          meaning: 'The cluster is a resource of another type.',
        }),
      ],
      source: 'ingressConcepts',
    });
  }
  return requirement({
    id,
    met: 'unknown',
    message:
      'Needs a cluster of AKS; whether this is one, and how it is set up, was not read from Azure.',
    source: 'ingressConcepts',
  });
};
