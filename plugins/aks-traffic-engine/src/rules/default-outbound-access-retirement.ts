import { createRule } from './createRule';
import { listed } from './messageText';

/** Services whose pods leave by an address that Azure lends. */
export const defaultOutboundAccessRetirement = createRule(
  {
    id: 'default-outbound-access-retirement',
    description:
      'Traffic leaves by default outbound access, an address that nobody owns and that Azure no longer gives to new networks.',
    retirement: 'RET-DEFAULT-OUTBOUND',
    remediation: {
      summary: 'Give the subnet a way out of its own.',
      actions: [
        'Attach a NAT gateway to the subnet, or a route table with a default route to a firewall.',
        "Set the cluster's outbound type to match.",
        'Tell the services you call about the new address, which then stays.',
      ],
    },
  },
  {
    *service(service) {
      for (const path of service.egress) {
        if (path.kind === 'default-outbound-access') {
          yield {
            situation: 'found',
            subject: {
              apiVersion: 'v1',
              kind: 'Service',
              namespace: service.namespace,
              name: service.service,
            },
            message: `Pods of this Service on ${
              path.nodePools.length === 1 ? 'pool' : 'pools'
            } ${listed(
              path.nodePools,
            )} leave by default outbound access: the address can change at any time, and new networks do not get it any more. Give the subnet a NAT gateway or a default route.`,
            evidence: path.evidence,
          };
        }
      }
    },
  },
);
