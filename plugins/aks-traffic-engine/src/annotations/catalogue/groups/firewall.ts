import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { istio } from '../targets/istio';

/** Annotations about the ModSecurity firewall. */
export const firewall = {
  'enable-modsecurity': {
    purpose: 'Turns the ModSecurity firewall on for the Ingress.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ModSecurity',
    gatewayApi: noField,
    traefik: 'unsupported',
    note: 'ModSecurity only detects unless told to block.',
    sources: ['migrationUtility', 'albResources', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason:
          'There is no firewall: one has to be put in front, such as that of Front Door or Application Gateway.',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Azure WAF takes over, with rules of its own; ModSecurity begins with detection only, Azure WAF as its policy says.',
        replacement: 'WebApplicationFirewallPolicy on a Gateway or HTTPRoute',
      },
      istio: {
        support: 'no',
        reason:
          'There is no firewall, and the add-on blocks WasmPlugin: one has to be put in front, such as that of Front Door or Application Gateway.',
      },
    },
  },
  'enable-owasp-core-rules': {
    purpose: 'Loads the OWASP core rules into ModSecurity.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ModSecurity',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          "Azure WAF brings managed rule sets, based on OWASP's, with other rules and identifiers.",
        replacement: 'WebApplicationFirewallPolicy with a managed rule set',
      },
      istio: istio.nothing,
    },
  },
  'modsecurity-transaction-id': {
    purpose: 'Tells ModSecurity which id a request goes by.',
    concern: 'none',
    upstreamRisk: 'High',
    scope: 'ingress',
    group: 'ModSecurity',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason: 'Requests get an x-request-id of their own.',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason: 'Requests get an x-request-id of their own.',
      },
      istio: {
        support: 'not-needed',
        reason: 'Requests get an x-request-id of their own.',
      },
    },
  },
} as const satisfies AnnotationGroup;
