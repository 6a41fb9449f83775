import { groupBy } from '../azure/groupBy';
import {
  EgressContradiction,
  egressContradictions,
} from '../egress/egressContradictions';
import { createRule } from './createRule';
import { clusterName, listed } from './messageText';

/** Clusters whose outbound type says something else than their subnets do. */
export const egressContradiction = createRule(
  {
    id: 'egress-contradiction',
    description:
      "The cluster's outbound type and its subnets disagree about how traffic leaves.",
    remediation: {
      summary: 'Make the outbound type and the subnet agree.',
      actions: [
        'Decide which of the two is meant; traffic follows the subnet.',
        'Change the outbound type, or attach the route table or NAT gateway that it stands for.',
        'Expect other source addresses afterwards, and tell the services you call.',
      ],
    },
  },
  {
    *cluster(input) {
      const { azure, draft, index } = input;
      const { managedCluster } = draft;
      if (managedCluster === undefined) {
        return;
      }
      const found = groupBy(
        egressContradictions({ azure, index, cluster: managedCluster }),
        ({ kind, instead }) => [`${kind} ${instead}`],
      );
      for (const same of found.values()) {
        yield {
          situation: 'found',
          subject: { armId: managedCluster.armId },
          message: messageFor(clusterName(input), same),
          evidence: same.flatMap(({ evidence }) => evidence),
        };
      }
    },
  },
);

const consequences: Record<EgressContradiction['kind'], string> = {
  'default-route-missing':
    'AKS sets up no way out for this type, so traffic depends on what Azure does by default. Add the default route.',
  'nat-gateway-missing':
    'Traffic does not leave by the addresses that were planned. Attach the NAT gateway.',
  'load-balancer-bypassed':
    "Traffic does not use the load balancer's addresses, which may be on somebody's allow list. Set the outbound type that is in effect.",
};

function messageFor(
  cluster: string,
  same: readonly EgressContradiction[],
): string {
  const [{ kind, outboundType, instead }] = same;
  const pools = same.map(({ pool }) => pool);
  return `Cluster ${cluster} has outbound type ${outboundType}, but ${
    pools.length === 1 ? 'pool' : 'pools'
  } ${listed(pools)} ${pools.length === 1 ? 'has' : 'have'} ${instead}. ${
    consequences[kind]
  }`;
}
