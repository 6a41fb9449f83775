import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about redirects. */
export const redirects = {
  'from-to-www-redirect': {
    purpose: 'Redirects between the name with www. and the one without it.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'second HTTPRoute for the other host + requestRedirect.hostname',
      since: 'v1.2.1',
    },
    traefik: 'partial',
    note: 'The certificate has to hold both names.',
    sources: ['httpRouteTypes', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'permanent-redirect': {
    purpose: 'Redirects every request to a URL, with status 301.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'filters[type=RequestRedirect].requestRedirect.{scheme,hostname,port,path,statusCode}',
      since: 'v1.2.1',
      note: 'host name, 301 and 302 are core; scheme, port and path extended',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'The URL is given in parts; a query cannot be.',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'permanent-redirect-code': {
    purpose: 'Sets the status of permanent-redirect.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'requestRedirect.statusCode',
      since: 'v1.2.1',
      note: '303, 307 and 308 are extended support, from bundle v1.5 on',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'Before AKS 1.36 only 301 and 302 are accepted.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'ingress2gateway',
      'migrationUtility',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.sameField,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.sameField,
        outcome: 'portable',
      },
      istio: { ...istio.sameField, outcome: 'portable' },
    },
  },
  'relative-redirects': {
    purpose: 'Makes redirects that NGINX itself answers with relative.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: noField,
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'temporal-redirect': {
    purpose:
      'Redirects every request to a URL, with status 302; it goes before permanent-redirect.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field:
        'filters[type=RequestRedirect].requestRedirect.{scheme,hostname,port,path,statusCode}',
      since: 'v1.2.1',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'temporal-redirect-code': {
    purpose: 'Sets the status of temporal-redirect.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Redirect',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'requestRedirect.statusCode',
      since: 'v1.2.1',
      note: '303, 307 and 308 are extended support, from bundle v1.5 on',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'Before AKS 1.36 only 301 and 302 are accepted.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'ingress2gateway',
      'migrationUtility',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.sameField,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.sameField,
        outcome: 'portable',
      },
      istio: { ...istio.sameField, outcome: 'portable' },
    },
  },
  'use-port-in-redirects': {
    purpose: 'Puts the port into redirects that NGINX itself answers with.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'UsePortInRedirects',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'requestRedirect.port',
      since: 'v1.2.1',
    },
    sources: ['httpRouteTypes'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
} as const satisfies AnnotationGroup;
