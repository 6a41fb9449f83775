import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName } from './messageText';

/** Clusters that still show an outbound type which only preview versions of the API had. */
export const managedNatGatewayV2Retirement = createRule(
  {
    id: 'managed-nat-gateway-v2-retirement',
    description:
      'The outbound type managedNATGatewayV2 existed in previews only, and is managedNATGateway with a SKU now.',
    retirement: 'RET-MNGV2',
    remediation: {
      summary:
        'Write managedNATGateway with SKU StandardV2 wherever managedNATGatewayV2 is written or compared with.',
      actions: [
        'Look for managedNATGatewayV2 in templates, scripts and policies that create clusters or read their outbound type.',
        'Replace it by outboundType managedNATGateway and natGatewayProfile.sku StandardV2, with API version 2026-06-01 or later.',
      ],
    },
  },
  {
    *cluster(input) {
      const { managedCluster } = input.draft;
      const outboundType = managedCluster?.network.outboundType;
      if (
        managedCluster !== undefined &&
        outboundType?.toLowerCase() === 'managednatgatewayv2'
      ) {
        yield {
          situation: 'found',
          subject: { armId: managedCluster.armId },
          message: `Cluster ${clusterName(
            input,
          )} shows the outbound type managedNATGatewayV2, which API versions from 2026-06-01 on do not have. The gateway itself stays; change what reads or writes the value.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.networkProfile.outboundType',
              value: outboundType,
              meaning: 'A value that existed in preview versions only',
            }),
          ],
        };
      }
    },
  },
);
