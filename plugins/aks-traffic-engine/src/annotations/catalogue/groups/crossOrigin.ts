import { AnnotationGroup } from '../AnnotationFacts';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about cross-origin requests (CORS). */
export const crossOrigin = {
  'enable-cors': {
    purpose:
      'Answers cross-origin requests of browsers, by default for every origin and with credentials.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors',
      since: 'v1.5.1',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'NGINX allows every origin, with credentials, and has the answer remembered for 20 days, unless told otherwise.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.corsFilter,
      'application-gateway-for-containers': agc.corsFilter,
      istio: istio.corsFilter,
    },
  },
  'cors-allow-credentials': {
    purpose:
      'Says whether cross-origin requests may carry credentials; they may by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.allowCredentials',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    note: 'Credentials for every origin are a weak setting.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.corsFilter,
      'application-gateway-for-containers': agc.corsFilter,
      istio: istio.corsFilter,
    },
  },
  'cors-allow-headers': {
    purpose: 'Lists the request headers that other origins may send.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.allowHeaders',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.corsFilter,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.corsFilter,
        outcome: 'portable',
      },
      istio: { ...istio.corsFilter, outcome: 'portable' },
    },
  },
  'cors-allow-methods': {
    purpose: 'Lists the methods that other origins may use.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.allowMethods',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.corsFilter,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.corsFilter,
        outcome: 'portable',
      },
      istio: { ...istio.corsFilter, outcome: 'portable' },
    },
  },
  'cors-allow-origin': {
    purpose: 'Lists the origins that may call; every one by default.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.allowOrigins',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.corsFilter,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.corsFilter,
        outcome: 'portable',
      },
      istio: { ...istio.corsFilter, outcome: 'portable' },
    },
  },
  'cors-expose-headers': {
    purpose:
      'Lists the response headers that scripts of other origins may read.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.exposeHeaders',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.corsFilter,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.corsFilter,
        outcome: 'portable',
      },
      istio: { ...istio.corsFilter, outcome: 'portable' },
    },
  },
  'cors-max-age': {
    purpose:
      'Sets how many seconds browsers remember the answer to a preflight request.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'CorsConfig',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=CORS].cors.maxAge',
      since: 'v1.5.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'istioConformance',
      'migrationUtility',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': {
        ...appRouting.corsFilter,
        outcome: 'portable',
      },
      'application-gateway-for-containers': {
        ...agc.corsFilter,
        outcome: 'portable',
      },
      istio: { ...istio.corsFilter, outcome: 'portable' },
    },
  },
} as const satisfies AnnotationGroup;
