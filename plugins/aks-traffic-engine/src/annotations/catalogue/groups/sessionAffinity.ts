import { AnnotationGroup } from '../AnnotationFacts';
import { experimental } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about keeping a client on a pod. */
export const sessionAffinity = {
  affinity: {
    purpose: 'Keeps a client on the same pod by a cookie.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    note: 'Of the three targets, only the Gateway API of application routing has no stickiness.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Its own policy keeps clients on a pod, by a managed cookie or one of the application.',
        replacement: 'RoutePolicy sessionAffinity',
      },
      istio: {
        support: 'yes',
        reason: 'A DestinationRule keeps clients on a pod by a cookie.',
        replacement:
          'DestinationRule trafficPolicy.loadBalancer.consistentHash.httpCookie',
      },
    },
  },
  'affinity-canary-behavior': {
    purpose:
      'Says whether a client with a stickiness cookie stays on the canary it was sent to.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'partial',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'affinity-mode': {
    purpose:
      'Says whether sticky clients may be moved when pods come and go (balanced) or stay where they are (persistent).',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'partial',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'no',
        reason:
          'Consistent hashing may move sessions whenever pods come and go.',
      },
    },
  },
  'session-cookie-change-on-failure': {
    purpose: 'Gives the client a new stickiness cookie when its pod failed.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'unsupported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'session-cookie-conditional-samesite-none': {
    purpose: 'Leaves SameSite=None out for browsers that do not understand it.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'unsupported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'session-cookie-domain': {
    purpose: 'Sets the Domain attribute of the stickiness cookie.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'session-cookie-expires': {
    purpose:
      'Sets how many seconds the stickiness cookie lives, as its Expires attribute.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.cookieDuration,
      istio: istio.cookieDuration,
    },
  },
  'session-cookie-max-age': {
    purpose:
      'Sets how many seconds the stickiness cookie lives, as its Max-Age attribute.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.cookieDuration,
      istio: istio.cookieDuration,
    },
  },
  'session-cookie-name': {
    purpose: 'Names the stickiness cookie.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "Only a cookie of the application's own can have a name; the managed one has not.",
        replacement: 'RoutePolicy sessionAffinity.cookieName',
      },
      istio: {
        support: 'yes',
        reason: 'A DestinationRule names the cookie.',
        replacement:
          'DestinationRule trafficPolicy.loadBalancer.consistentHash.httpCookie.name',
      },
    },
  },
  'session-cookie-path': {
    purpose:
      'Sets the Path attribute of the stickiness cookie; needed where paths are regular expressions.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.cookieInPart,
      istio: {
        support: 'yes',
        reason: 'A DestinationRule sets the path of the cookie.',
        replacement:
          'DestinationRule trafficPolicy.loadBalancer.consistentHash.httpCookie.path',
      },
    },
  },
  'session-cookie-samesite': {
    purpose: 'Sets the SameSite attribute of the stickiness cookie.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.cookieInPart,
      istio: {
        support: 'no',
        reason:
          "No source confirms that the cookie's attributes can be set in the Istio of the add-on.",
      },
    },
  },
  'session-cookie-secure': {
    purpose:
      'Marks the stickiness cookie Secure, whatever protocol the request came by.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SessionAffinity',
    gatewayApi: experimental('rules[].sessionPersistence'),
    traefik: 'supported',
    note: 'Check that the cookie is still Secure after the move.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'no',
        reason: 'No source confirms that the cookie can be marked Secure.',
      },
    },
  },
} as const satisfies AnnotationGroup;
