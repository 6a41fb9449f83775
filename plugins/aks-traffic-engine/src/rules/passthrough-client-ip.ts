import { createRule } from './createRule';
import { reportContradictions } from './reportContradictions';

/** Entry points that ask for TLS passthrough and for the client's address at once. */
export const passthroughClientIp = createRule(
  {
    id: 'passthrough-client-ip',
    description:
      "TLS passthrough at the ingress controller and the client's source address cannot be had together.",
    remediation: {
      summary:
        'Decide for one of the two, or expose the Service by a load balancer of its own.',
      actions: [
        'Terminate TLS at the controller and read the address from X-Forwarded-For.',
        'Or use a LoadBalancer Service with externalTrafficPolicy Local, which keeps the address and passes TLS through.',
      ],
    },
  },
  reportContradictions(
    'passthrough-client-ip',
    () => 'found',
    'The workload sees the address of the controller instead: terminate TLS there, or use a LoadBalancer Service of its own.',
  ),
);
