import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';

/** Clusters whose API server the whole internet may call. */
export const apiServerAccess = createRule(
  {
    id: 'api-server-access',
    description:
      'The API server of the cluster can be called from the whole internet.',
    remediation: {
      summary: 'Make the API server private, or limit who may call it.',
      actions: [
        'Set authorised IP ranges: az aks update --api-server-authorized-ip-ranges. Include the addresses that the nodes leave by.',
        'Or create the cluster as a private one, or with API server VNet integration and public access switched off.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      if (managedCluster === undefined) {
        return;
      }
      const { privateCluster, authorizedIpRanges, fqdn, publicNetworkAccess } =
        managedCluster.apiServer;
      const isOpen =
        fqdn !== undefined &&
        privateCluster !== true &&
        publicNetworkAccess?.toLowerCase() !== 'disabled' &&
        (authorizedIpRanges.length === 0 ||
          authorizedIpRanges.includes('0.0.0.0/0'));
      if (isOpen) {
        yield {
          situation: 'found',
          subject: { armId: managedCluster.armId },
          message: `The API server of cluster ${clusterName(
            input,
          )} can be called from the whole internet: a stolen token, or a vulnerability, is enough. Limit the addresses, or make it private.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.apiServerAccessProfile.authorizedIPRanges',
              value:
                authorizedIpRanges.length > 0
                  ? authorizedIpRanges.join(', ')
                  : undefined,
              meaning: 'No address is refused',
            }),
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.fqdn',
              value: fqdn,
              meaning: 'Its public name',
            }),
          ],
        };
      }
    },
  },
);
