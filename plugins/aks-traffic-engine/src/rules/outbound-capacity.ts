import { groupBy } from '../azure/groupBy';
import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { egressPools } from './egressPools';
import { clusterName, listed } from './messageText';

/** Ways out that are in one zone, or that have as many ports as nobody thought about. */
export const outboundCapacity = createRule(
  {
    id: 'outbound-capacity',
    description:
      'Traffic of nodes in several zones leaves through a NAT gateway in one zone, or through a load balancer whose ports were left to the default.',
    remediation: {
      summary:
        'Use a zone-redundant NAT gateway for workloads that open many connections.',
      actions: [
        'Use a NAT gateway of SKU StandardV2, which is in all zones; on AKS-managed gateways set the SKU in the NAT gateway profile.',
        'Where the load balancer stays, set allocatedOutboundPorts and enough addresses for the largest number of nodes.',
        'Expect other source addresses after the change, and tell the services you call.',
      ],
    },
  },
  {
    *cluster(input) {
      const { azure, draft } = input;
      const { managedCluster } = draft;
      const pools = egressPools(input);
      const byGateway = groupBy(
        pools.filter(({ path }) => path.kind === 'nat-gateway'),
        ({ path }) => path.hops.map(({ armId }) => armId),
      );
      for (const [armId, users] of byGateway) {
        const gateway = azure.natGateway(armId);
        const zones = new Set(
          users.flatMap(({ pool }) => pool?.availabilityZones ?? []),
        );
        if (gateway?.sku?.toLowerCase() === 'standard' && zones.size > 1) {
          yield {
            situation: 'single-zone',
            subject: { armId: gateway.armId },
            message: `Nodes of ${listed(
              users.map(({ name }) => name),
            )} are in ${
              zones.size
            } zones, but their traffic leaves through NAT gateway ${
              gateway.name
            }, which is in one: when that zone fails, none of them reaches the internet. Use SKU StandardV2.`,
            evidence: [
              armEvidence({
                armId: gateway.armId,
                field: 'sku.name',
                value: gateway.sku,
                meaning: 'A NAT gateway of this SKU is in one zone',
              }),
            ],
          };
        }
      }
      const balanced = pools.filter(
        ({ path }) => path.kind === 'load-balancer',
      );
      if (
        managedCluster &&
        balanced.length > 0 &&
        managedCluster.network.loadBalancer?.allocatedPorts === 0
      ) {
        yield {
          situation: 'default-ports',
          subject: { armId: managedCluster.armId },
          message: `Traffic of ${listed(
            balanced.map(({ name }) => name),
          )} in cluster ${clusterName(
            input,
          )} leaves through the load balancer, whose ports per node were left to Azure: many connections to one target fail when they are used up. Set them, or use a NAT gateway.`,
          evidence: [
            armEvidence({
              armId: managedCluster.armId,
              field:
                'properties.networkProfile.loadBalancerProfile.allocatedOutboundPorts',
              value: 0,
              meaning:
                'Azure gives each node fewer ports, the more nodes there are',
            }),
          ],
        };
      }
    },
  },
);
