import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { armName, parentArmId } from '../../azure/armId';
import { armEvidence } from '../../objects/evidence';
import { outboundAddresses } from '../outboundAddresses';
import { PoolContext, StepResult, unknownEnd } from '../PoolContext';

/** What AKS itself set up, which decides where neither a route, a NAT gateway nor a node address does. */
export function byOutboundType(context: PoolContext): StepResult {
  const { cluster } = context;
  switch (cluster.network.outboundType?.toLowerCase()) {
    case undefined:
      return {
        end: unknownEnd(),
        evidence: [
          outboundTypeEvidence(
            context,
            'The row does not say what AKS set up for outbound traffic',
          ),
        ],
      };
    case 'loadbalancer':
      return byLoadBalancer(context);
    case 'none':
      return {
        end: { kind: 'no-internet', hops: [], publicIps: [] },
        evidence: [
          outboundTypeEvidence(
            context,
            'AKS set up no way out, and neither a route, a NAT gateway nor node addresses give one',
          ),
        ],
      };
    case 'block':
      return {
        end: { kind: 'no-internet', hops: [], publicIps: [] },
        evidence: [
          outboundTypeEvidence(
            context,
            'A network security group denies outbound traffic',
          ),
        ],
      };
    default:
      return {
        evidence: [
          outboundTypeEvidence(
            context,
            'What this promises was not found on the subnet',
          ),
        ],
      };
  }
}

function byLoadBalancer(context: PoolContext): StepResult {
  const { azure, cluster } = context;
  const ids = cluster.network.loadBalancer?.effectiveIds ?? [];
  const addresses = outboundAddresses(azure, ids);
  const evidence: Evidence[] = [
    outboundTypeEvidence(
      context,
      'Internet traffic leaves by outbound rules of the public load balancer',
    ),
  ];
  if (ids.length === 0) {
    evidence.push(
      armEvidence({
        armId: cluster.armId,
        field:
          'properties.networkProfile.loadBalancerProfile.effectiveOutboundIPs',
        value: undefined,
        meaning: 'The row names no outbound addresses',
      }),
    );
  }
  const armId = loadBalancerOf(context, ids);
  return {
    end: {
      kind: 'load-balancer',
      hops: [
        {
          kind: 'load-balancer',
          name: armId === undefined ? 'kubernetes' : armName(armId),
          ...(armId !== undefined && { armId }),
        },
      ],
      publicIps: addresses.publicIps,
    },
    evidence: [...evidence, ...addresses.evidence],
  };
}

function loadBalancerOf(
  context: PoolContext,
  ids: readonly string[],
): string | undefined {
  for (const id of ids) {
    const configuration = context.azure.publicIp(id)?.ipConfigurationId;
    if (
      configuration !== undefined &&
      /\/loadbalancers\//i.test(configuration)
    ) {
      return parentArmId(configuration);
    }
  }
  return undefined;
}

function outboundTypeEvidence(context: PoolContext, meaning: string): Evidence {
  return armEvidence({
    armId: context.cluster.armId,
    field: 'properties.networkProfile.outboundType',
    value: context.cluster.network.outboundType,
    meaning,
  });
}
