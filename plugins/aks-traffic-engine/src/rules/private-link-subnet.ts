import { armName } from '../azure/armId';
import { objectEvidence } from '../objects/evidence';
import { textField } from '../objects/field';
import { annotationOf } from '../objects/metadata';
import { createRule } from './createRule';
import { serviceReference } from './serviceReference';

const create = 'service.beta.kubernetes.io/azure-pls-create';
const subnet = 'service.beta.kubernetes.io/azure-pls-ip-configuration-subnet';

/** Private Link Services that share the subnet of the nodes while the client's address is kept. */
export const privateLinkSubnet = createRule(
  {
    id: 'private-link-subnet',
    description:
      'A Service with externalTrafficPolicy Local has a Private Link Service in the subnet of the nodes.',
    remediation: {
      summary: 'Give the Private Link Service a subnet of its own.',
      actions: [
        'Create a subnet without network policies for private link services.',
        `Name it in the annotation ${subnet}, and recreate the Private Link Service.`,
        "Or set externalTrafficPolicy to Cluster, where the client's address is not needed.",
      ],
    },
  },
  {
    *service(service, { draft }) {
      const { object } = service;
      if (
        annotationOf(object, create) !== 'true' ||
        textField(object, 'spec.externalTrafficPolicy') !== 'Local'
      ) {
        return;
      }
      const named = annotationOf(object, subnet);
      const nodeSubnets = new Set(
        draft.managedCluster?.nodePools.flatMap(({ subnetId }) =>
          subnetId === undefined ? [] : armName(subnetId).toLowerCase(),
        ),
      );
      if (named === undefined || nodeSubnets.has(named.toLowerCase())) {
        yield {
          situation: 'found',
          subject: serviceReference(service),
          message: `The Private Link Service of this Service takes its addresses from ${
            named === undefined ? 'the default subnet' : `subnet ${named}`
          }, where the nodes are: with externalTrafficPolicy Local it needs a subnet of its own.`,
          evidence: [
            objectEvidence({
              object,
              field: `metadata.annotations["${subnet}"]`,
              value: named,
              meaning: 'Where the Private Link Service takes addresses from',
            }),
            objectEvidence({
              object,
              field: 'spec.externalTrafficPolicy',
              value: 'Local',
              meaning: 'Traffic goes to the node that it arrives at',
            }),
          ],
        };
      }
    },
  },
);
