import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { objectEvidence } from '../objects/evidence';
import { listField, numberField, textField } from '../objects/field';
import { createRule } from './createRule';
import { isGatewayService } from './gateways/gatewayWorkloads';
import { isSystemNamespace } from './gateways/isManagedByAzure';
import { isPublicItself } from './isDirectlyPublic';
import { serviceReference } from './serviceReference';

const httpPorts: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** Services that serve HTTP through a load balancer of their own. */
export const httpLoadBalancer = createRule(
  {
    id: 'http-load-balancer',
    description:
      'A Service serves HTTP through a load balancer of its own instead of through a gateway.',
    remediation: {
      summary: 'Lead HTTP through a gateway.',
      actions: [
        'Attach an HTTPRoute to a Gateway of the cluster, and make the Service ClusterIP.',
        'Keep the load balancer for what is not HTTP.',
      ],
    },
  },
  {
    systems: new Set(['load-balancer-service']),
    *service(service, input) {
      const entries = service.entryPoints.filter(
        ({ system, attached }) =>
          system === 'load-balancer-service' && attached !== false,
      );
      if (
        entries.length === 0 ||
        isSystemNamespace(service.namespace) ||
        isGatewayService(service, input)
      ) {
        return;
      }
      const evidence = httpEvidence(service.object);
      if (evidence.length > 0) {
        yield {
          situation: entries.some(entry =>
            isPublicItself(entry, service.object),
          )
            ? 'public'
            : 'internal',
          subject: serviceReference(service),
          message:
            'The Service serves HTTP through a load balancer of its own: certificates, redirects and limits are up to the workload, and the address cannot be shared. Lead it through a gateway.',
          evidence,
        };
      }
    },
  },
);

/** Ports that say they are HTTP, or whose number says so where the protocol does not say otherwise. */
function httpEvidence(service: KubernetesObject): Evidence[] {
  return listField(service, 'spec.ports').flatMap(port => {
    const name = textField(port, 'name');
    const number = numberField(port, 'port');
    const protocol = textField(port, 'appProtocol');
    const transport = textField(port, 'protocol') ?? 'TCP';
    const isHttp =
      protocol === undefined
        ? transport === 'TCP' &&
          (/^(https?|grpc|http2)(-|$)/.test(name ?? '') ||
            (number !== undefined && httpPorts.has(number)))
        : /^(https?|grpc|kubernetes\.io\/(h2c|ws|wss))$/i.test(protocol);
    return isHttp
      ? objectEvidence({
          object: service,
          field: 'spec.ports[]',
          value: [name, number, protocol]
            .filter(part => part !== undefined)
            .join(' '),
          meaning: 'By its protocol, name or number this port serves HTTP',
        })
      : [];
  });
}
