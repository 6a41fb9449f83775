import { armEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { clusterName, listed } from './messageText';
import { serviceReference } from './serviceReference';

/** Services that listen on every node, and nodes with public addresses. */
export const nodeExposure = createRule(
  {
    id: 'node-exposure',
    description:
      'A Service listens on a port of every node, or nodes have public addresses of their own.',
    remediation: {
      summary: 'Lead traffic through a gateway or a load balancer.',
      actions: [
        'Replace type NodePort by a route of a gateway, or by type LoadBalancer where it is not HTTP.',
        'Move workloads that need an address per node to a pool of their own, and take public addresses from the other pools.',
      ],
    },
  },
  {
    systems: new Set(['node-port-service']),
    *service(service) {
      const entries = service.entryPoints.filter(
        ({ system, attached }) =>
          system === 'node-port-service' && attached !== false,
      );
      if (entries.length > 0) {
        const isPublic = entries.some(({ exposure }) => exposure === 'public');
        yield {
          situation: isPublic ? 'node-port-public' : 'node-port',
          subject: serviceReference(service),
          message: isPublic
            ? 'The Service listens on a port of every node, and nodes have public addresses: the internet reaches it past every gateway. Use a gateway or a load balancer.'
            : 'The Service listens on a port of every node: whoever reaches a node reaches it, past every gateway. Use a gateway or a load balancer.',
          evidence: entries.flatMap(({ evidence }) => evidence),
        };
      }
    },
    *cluster(input) {
      const { managedCluster } = input.draft;
      const pools =
        managedCluster?.nodePools.filter(
          ({ enableNodePublicIp }) => enableNodePublicIp === true,
        ) ?? [];
      if (managedCluster && pools.length > 0) {
        yield {
          situation: 'node-addresses',
          subject: { armId: managedCluster.armId },
          message: `Nodes of ${listed(
            pools.map(({ name }) => name),
          )} in cluster ${clusterName(
            input,
          )} have public addresses: every port that is open on them is open to the internet. Use a load balancer or a NAT gateway.`,
          evidence: pools.map(({ name }) =>
            armEvidence({
              armId: managedCluster.armId,
              field: `properties.agentPoolProfiles[${name}].enableNodePublicIP`,
              value: true,
              meaning: 'Every node of the pool has a public address',
            }),
          ),
        };
      }
    },
  },
);
