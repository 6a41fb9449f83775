import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';
import { reportRetirement } from './reportRetirement';

/** Clusters on the Open Service Mesh add-on. */
export const openServiceMeshRetirement = createRule(
  {
    id: 'open-service-mesh-retirement',
    description: 'The Open Service Mesh add-on is being retired.',
    retirement: 'RET-OSM',
    remediation: {
      summary: 'Move to the Istio add-on.',
      actions: [
        'List what is used: mutual TLS, traffic splits, egress and retry policies each have an Istio equivalent.',
        'Enable the Istio add-on beside it and move namespace by namespace.',
        'Disable the add-on openServiceMesh.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      if (managedCluster?.addons.openServiceMesh) {
        yield reportRetirement({
          id: 'RET-OSM',
          now: input.now,
          subject: { armId: managedCluster.armId },
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.addonProfiles.openServiceMesh.enabled',
              value: 'true',
              meaning: 'The add-on is enabled',
            }),
          ],
          message: clause =>
            `Cluster ${clusterName(
              input,
            )} runs the Open Service Mesh add-on, and ${clause}. Move its namespaces to the Istio add-on.`,
        });
      }
    },
  },
);
