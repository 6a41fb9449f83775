import { kinds } from '../objects/kinds';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { createRule } from './createRule';
import { hasZones, zoneOf } from './gateways/clusterZones';
import { gatewayWorkloads } from './gateways/gatewayWorkloads';
import { podsOf } from './gateways/selectedBy';
import { nameOf } from './messageText';

/** Gateways whose pods all run in one availability zone. */
export const controllerZones = createRule(
  {
    id: 'controller-zones',
    description:
      'All pods of an ingress controller or gateway run in one availability zone, in a cluster that has several.',
    remediation: {
      summary: 'Spread the pods over zones.',
      actions: [
        'Add a topologySpreadConstraint over topology.kubernetes.io/zone to the pod template.',
        'Check that the pools the pods can run on have nodes in more than one zone.',
      ],
    },
  },
  {
    *cluster(input) {
      const { index } = input;
      if (
        !hasZones(input) ||
        !index.provesAbsence(kinds.pod) ||
        !index.provesAbsence(kinds.node)
      ) {
        return;
      }
      for (const workload of gatewayWorkloads(input)) {
        const placed = podsOf(index, workload).flatMap(pod => {
          const node = textField(pod, 'spec.nodeName');
          const object = node && index.get(kinds.node, node);
          return object ? { pod, node: object, zone: zoneOf(object) } : [];
        });
        const zones = new Set(placed.map(({ zone }) => zone));
        const [zone] = zones;
        if (placed.length > 1 && zones.size === 1 && zone !== undefined) {
          yield {
            situation: 'found',
            subject: workload.reference,
            message: `All ${placed.length} pods of ${nameOf(
              workload.reference,
            )} run in zone ${zone}: when that zone fails, nothing that is reached through it answers. Spread them over zones.`,
            evidence: placed.map(({ pod, node }) =>
              objectEvidence({
                object: pod,
                field: 'spec.nodeName',
                value: node.metadata.name,
                meaning: `The node is in zone ${zone}`,
              }),
            ),
          };
        }
      }
    },
  },
);
