import { AnnotationGroup } from '../AnnotationFacts';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about canaries. */
export const canary = {
  canary: {
    purpose:
      'Makes the Ingress an alternative for rules of another Ingress; most of its other annotations are ignored.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'one HTTPRoute with several backendRefs / rules',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    note: 'Becomes one route with the Ingress it is the canary of; the order of header, cookie and weight has to be rebuilt by rules.',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'canary-by-cookie': {
    purpose:
      'Sends requests to the canary by a cookie that says always or never.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'implementation-specific',
      resource: 'HTTPRoute',
      field: 'matches[].headers[name=Cookie] (RegularExpression)',
      since: 'v1.2.1',
      note: 'cookies cannot be matched',
    },
    traefik: 'supported',
    ingress2gateway: 'recognised, not converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'Cookies cannot be matched by name: a pattern for the whole Cookie header stands in. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement:
          'HTTPRoute rules[].matches[].headers[name=Cookie] RegularExpression',
      },
      'application-gateway-for-containers': {
        support: 'no',
        reason:
          "Cookies cannot be matched by name, and Microsoft's migration tool gives up on it; a pattern for the whole Cookie header is the only way.",
      },
      istio: {
        support: 'partial',
        reason:
          'Cookies cannot be matched by name: a pattern for the whole Cookie header stands in.',
        replacement:
          'HTTPRoute rules[].matches[].headers[name=Cookie] RegularExpression',
      },
    },
  },
  'canary-by-header': {
    purpose:
      'Sends requests to the canary by a header that says always or never.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'rules[].matches[].headers (Exact)',
      since: 'v1.2.1',
      note: 'needs two more rules, for always and never',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'canary-by-header-pattern': {
    purpose:
      'Sends requests to the canary whose header matches this regular expression.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'implementation-specific',
      resource: 'HTTPRoute',
      field: 'matches[].headers (RegularExpression)',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'recognised, not converted',
    note: 'What only PCRE knows does not work in RE2.',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': {
        support: 'yes',
        reason:
          'Header patterns are matched by RE2; what only PCRE knows fails. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Header patterns are matched; patterns of PCRE that RE2 does not know fail.',
      },
      istio: {
        support: 'yes',
        reason:
          'Header patterns are matched by RE2; what only PCRE knows fails.',
      },
    },
  },
  'canary-by-header-value': {
    purpose: 'Sends requests to the canary whose header has this value.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'matches[].headers (Exact)',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'canary-weight': {
    purpose: 'Sends this share of the requests to the canary.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'rules[].backendRefs[].weight',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'canary-weight-total': {
    purpose: 'Sets what the share is of; 100 by default.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'Canary',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'backendRefs[].weight (relative)',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
} as const satisfies AnnotationGroup;
