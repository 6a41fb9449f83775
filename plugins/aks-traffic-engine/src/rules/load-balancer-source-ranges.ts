import { absent, objectEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isPublicItself } from './isDirectlyPublic';
import { limitsSources } from './limitsSources';
import { serviceReference } from './serviceReference';

/** Services with a public load balancer of their own that lets everybody in. */
export const loadBalancerSourceRanges = createRule(
  {
    id: 'load-balancer-source-ranges',
    description:
      'A Service has a public load balancer of its own, and nothing limits who may connect.',
    remediation: {
      summary: 'Say who may connect, or make it internal.',
      actions: [
        'List the networks of the callers in spec.loadBalancerSourceRanges, or service tags in the annotation azure-allowed-service-tags.',
        'Where all callers are in the network, set the annotation azure-load-balancer-internal to "true".',
        'Network policies cannot do it: they act after the address was translated.',
      ],
    },
  },
  {
    systems: new Set(['load-balancer-service']),
    *service(service, input) {
      const open = service.entryPoints.filter(
        entry =>
          entry.system === 'load-balancer-service' &&
          entry.attached !== false &&
          isPublicItself(entry, service.object) &&
          !limitsSources(entry.capabilities),
      );
      if (open.length > 0 && !isGatewayService(service, input)) {
        yield {
          situation: 'found',
          subject: serviceReference(service),
          message:
            'The load balancer of this Service is public and lets everybody connect. Limit the sources, or make it internal.',
          evidence: open.map(({ addresses, capabilities }) =>
            objectEvidence({
              object: service.object,
              field: 'spec.loadBalancerSourceRanges',
              value:
                capabilities.sourceRanges ??
                capabilities.allowedServiceTags ??
                absent,
              meaning: `Everybody may connect${
                addresses.length > 0 ? ` to ${addresses.join(', ')}` : ''
              }`,
            }),
          ),
        };
      }
    },
  },
);
