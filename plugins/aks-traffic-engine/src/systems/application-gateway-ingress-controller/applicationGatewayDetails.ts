import { annotationOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { IngressDetails, IngressInput } from '../SystemDefinition';
import { gatewaysOf } from './applicationGatewayReach';

const prefix = 'appgw.ingress.kubernetes.io/';

/** What the controller's annotations and the gateway's row say about certificates, firewall and scaling. */
export function applicationGatewayDetails({
  context,
  ingress,
}: IngressInput): IngressDetails {
  const value = (name: string) => annotationOf(ingress, `${prefix}${name}`);
  const [gateway] = gatewaysOf(context, serviceAddresses(ingress));
  const certificate = value('appgw-ssl-certificate');
  const firewall =
    value('waf-policy-for-path') ??
    gateway?.wafPolicyId ??
    (gateway?.wafEnabled ? gateway.tier : undefined);
  const { minimum, maximum } = gateway?.autoscale ?? {};
  return {
    ...(certificate !== undefined && { tls: 'terminate' }),
    capabilities: {
      ...(certificate !== undefined && { gatewayCertificate: certificate }),
      ...(firewall !== undefined && { wafPolicy: firewall }),
      ...(minimum !== undefined && {
        autoscaling: `${minimum}-${maximum ?? 'unlimited'}`,
      }),
      ...(gateway !== undefined && { applicationGateway: gateway.name }),
    },
  };
}
