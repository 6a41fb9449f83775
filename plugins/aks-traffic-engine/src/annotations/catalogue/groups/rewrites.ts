import { AnnotationGroup } from '../AnnotationFacts';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about paths and the redirect to HTTPS. */
export const rewrites = {
  'app-root': {
    purpose: 'Redirects requests for / to this path, with status 302.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Rewrite',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'Exact "/" match + filters[type=RequestRedirect].requestRedirect.path ReplaceFullPath',
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
  'force-ssl-redirect': {
    purpose:
      'Redirects to HTTPS even where the Ingress has no TLS, because something in front of it ends TLS.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Rewrite',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'filters[type=RequestRedirect].requestRedirect.scheme=https on the HTTP listener',
      since: 'v1.2.1',
      note: 'loops where the hop in front speaks HTTP to the gateway',
    },
    traefik: 'partial',
    note: 'NGINX can look at X-Forwarded-Proto; a redirect of a listener cannot.',
    sources: ['httpRouteTypes', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'preserve-trailing-slash': {
    purpose: 'Keeps the slash at the end of a path in the redirect to HTTPS.',
    concern: 'none',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Rewrite',
    gatewayApi: {
      level: 'none',
      note: 'redirects of the scheme leave the path as it is',
    },
    traefik: 'unsupported',
    sources: ['traefikProvider'],
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason: 'Redirects of the Gateway API leave the path as it is.',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason: 'Redirects of the Gateway API leave the path as it is.',
      },
      istio: {
        support: 'not-needed',
        reason: 'Redirects of the Gateway API leave the path as it is.',
      },
    },
  },
  'rewrite-target': {
    purpose:
      'Replaces the path before the request goes to the backend; $1 to $9 stand for groups of the matched path. Turns every path of the host into a regular expression.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'Rewrite',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'rules[].filters[type=URLRewrite].urlRewrite.path (ReplaceFullPath | ReplacePrefixMatch)',
      since: 'v1.2.1',
      note: 'groups of a pattern cannot be referred to',
    },
    traefik: 'supported',
    ingress2gateway: 'partial: ReplaceFullPath only',
    note: 'Paths with more than one group, and hosts that other Ingresses share with exact or prefix paths, cannot be moved as they are.',
    sources: [
      'httpRouteTypes',
      'ingress2gateway',
      'migrationUtility',
      'beforeYouMigrate',
      'traefikProvider',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'Paths are replaced whole or by prefix; groups of a pattern cannot be referred to.',
        replacement: 'HTTPRoute rules[].filters[].urlRewrite.path',
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "Paths are replaced whole or by prefix. Groups of a pattern cannot be referred to: Microsoft's migration tool makes a prefix replacement of them, and warns.",
        replacement:
          'HTTPRoute rules[].filters[].urlRewrite.path, or IngressExtension',
      },
      istio: {
        support: 'partial',
        reason:
          'Paths are replaced whole or by prefix; groups of a pattern need a VirtualService.',
        replacement:
          'HTTPRoute rules[].filters[].urlRewrite.path, or VirtualService http[].rewrite.uriRegexRewrite',
      },
    },
  },
  'ssl-redirect': {
    purpose:
      'Turned off, stops the redirect to HTTPS that hosts with TLS get by default, with status 308.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Rewrite',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'filters[type=RequestRedirect].requestRedirect.scheme=https on the HTTP listener',
      since: 'v1.2.1',
      note: '301 and 302 are core; 308 is accepted from bundle v1.5 on',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'The redirect has to be asked for, with or without the annotation, because NGINX does it by default. Before AKS 1.36 its status can be 301, not 308.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'ingress2gateway',
      'migrationUtility',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'use-regex': {
    purpose:
      'Turns the paths of the host, in every Ingress that has it, into regular expressions that match prefixes without regard to case.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Rewrite',
    gatewayApi: {
      level: 'implementation-specific',
      resource: 'HTTPRoute',
      field: 'rules[].matches[].path.type=RegularExpression',
      since: 'v1.2.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted: (?i)<path>.*',
    note: '(?i)<pattern>.* keeps the behaviour; look-around and back-references do not exist in RE2.',
    sources: [
      'httpRouteTypes',
      'ingress2gateway',
      'migrationUtility',
      'beforeYouMigrate',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'yes',
        reason:
          'Path patterns are matched by RE2, whole paths only and minding case; what only PCRE knows fails. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement: 'HTTPRoute rules[].matches[].path.type RegularExpression',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Path patterns are there from ALB Controller 1.4.12 on, but match whole paths and mind case.',
        replacement: 'HTTPRoute rules[].matches[].path.type RegularExpression',
      },
      istio: {
        support: 'yes',
        reason:
          'Path patterns are matched by RE2, whole paths only and minding case; what only PCRE knows fails.',
        replacement: 'HTTPRoute rules[].matches[].path.type RegularExpression',
      },
    },
  },
} as const satisfies AnnotationGroup;
