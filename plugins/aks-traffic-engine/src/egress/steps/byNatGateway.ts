import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { armName } from '../../azure/armId';
import { armEvidence } from '../../objects/evidence';
import { outboundAddresses } from '../outboundAddresses';
import { PoolContext, StepResult } from '../PoolContext';

/** A NAT gateway on the subnet wins over node addresses and load balancers. */
export function byNatGateway(context: PoolContext): StepResult {
  const { azure, cluster, subnet } = context;
  const { natGatewayId } = subnet;
  if (natGatewayId === undefined) {
    return {
      evidence: [
        armEvidence({
          armId: subnet.armId,
          field: 'properties.natGateway.id',
          value: undefined,
          meaning: 'The subnet has no NAT gateway',
        }),
      ],
    };
  }
  const gateway = azure.natGateway(natGatewayId);
  const evidence: Evidence[] = [
    armEvidence({
      armId: subnet.armId,
      field: 'properties.natGateway.id',
      value: natGatewayId,
      meaning:
        'Internet traffic of this subnet leaves through this NAT gateway',
    }),
  ];
  if (gateway === undefined) {
    evidence.push(
      armEvidence({
        armId: natGatewayId,
        field: 'id',
        value: undefined,
        meaning:
          'No row of the NAT gateway was read; its addresses are only known as far as the cluster names them',
      }),
    );
  } else if (gateway.sku !== undefined) {
    evidence.push(
      armEvidence({
        armId: gateway.armId,
        field: 'sku.name',
        value: gateway.sku,
        meaning:
          gateway.sku.toLowerCase() === 'standardv2'
            ? 'Zone-redundant'
            : 'In one zone only: when that zone fails, so does this way out',
      }),
    );
  }
  const addresses = outboundAddresses(
    azure,
    gateway
      ? [...gateway.publicIpIds, ...gateway.publicIpPrefixIds]
      : cluster.network.natGateway?.effectiveIds ?? [],
  );
  return {
    end: {
      kind: 'nat-gateway',
      hops: [
        {
          kind: 'nat-gateway',
          name: gateway?.name ?? armName(natGatewayId),
          armId: gateway?.armId ?? natGatewayId,
        },
      ],
      publicIps: addresses.publicIps,
    },
    evidence: [...evidence, ...addresses.evidence],
  };
}
