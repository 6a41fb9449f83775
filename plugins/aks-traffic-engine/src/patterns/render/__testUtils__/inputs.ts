import { PatternInputs } from '../PatternInputs';

/** What every pattern needs of a service, but for who may reach it. */
export const inputs: Omit<PatternInputs, 'exposure'> = {
  name: 'shop',
  namespace: 'shop',
  image: 'contoso.azurecr.io/shop:1.4.0',
  port: 8080,
  host: 'shop.contoso.com',
  sourceRanges: ['203.0.113.0/24'],
  meshRevision: 'asm-1-30',
  applicationLoadBalancer: { namespace: 'alb-infra', name: 'alb' },
  firewallPolicyId:
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf',
};
