import { AnnotationGroup } from '../AnnotationFacts';
import { experimental, noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about the connection to the backend: time, size, buffers, retries. */
export const proxy = {
  'proxy-body-size': {
    purpose:
      'Limits the size of request bodies, 1 MB by default; larger ones get 413.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    note: 'The default limit disappears too, with or without the annotation.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason:
          'The add-on has no limit for request sizes; Microsoft documents it as a limitation.',
      },
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'Only an EnvoyFilter limits sizes, which the add-on allows and Microsoft does not support.',
        replacement: 'EnvoyFilter',
      },
    },
  },
  'proxy-buffer-size': {
    purpose: 'Sets the memory for response headers, 4 KB by default.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'supported',
    note: "Where responses have large headers, check the target's own limit.",
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'proxy-buffering': {
    purpose:
      'Collects responses of the backend before they are sent on; off by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'supported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.streams,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.streams,
    },
  },
  'proxy-buffers-number': {
    purpose: 'Sets how many buffers a response may fill.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'partial',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'proxy-busy-buffers-size': {
    purpose:
      'Limits the buffers that are being sent while the response is still coming in.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'proxy-connect-timeout': {
    purpose:
      'Limits how many seconds connecting to a pod may take; 5 by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: {
      level: 'none',
      note: 'there is no field for connecting alone',
    },
    traefik: 'partial',
    ingress2gateway: 'best effort',
    sources: ['httpRouteTypes', 'migrationUtility', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': appRouting.notConfigurable,
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "There is no limit for connecting alone; Microsoft's migration tool warns about it.",
        replacement: 'RoutePolicy timeouts',
      },
      istio: {
        support: 'yes',
        reason: 'A DestinationRule limits the time for connecting.',
        replacement:
          'DestinationRule trafficPolicy.connectionPool.tcp.connectTimeout',
        own: true,
      },
    },
  },
  'proxy-cookie-domain': {
    purpose: 'Rewrites the domain of cookies that the backend sets.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'proxy-cookie-path': {
    purpose: 'Rewrites the path of cookies that the backend sets.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'proxy-http-version': {
    purpose: 'Sets the HTTP version towards the backend.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: {
      level: 'none',
      note: "appProtocol of the Service's port chooses h2c or websocket",
    },
    traefik: 'partial',
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason: "The protocol follows from appProtocol of the Service's port.",
        replacement: 'Service spec.ports[].appProtocol',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason: 'Backends are always spoken to by HTTP/1.1, except for gRPC.',
      },
      istio: {
        support: 'not-needed',
        reason: "The protocol follows from appProtocol of the Service's port.",
        replacement: 'Service spec.ports[].appProtocol',
      },
    },
  },
  'proxy-max-temp-file-size': {
    purpose: 'Limits the file that a large response is put into.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'supported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'proxy-next-upstream': {
    purpose:
      'Says after which failures a request is tried again on another pod.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: experimental('rules[].retry'),
    traefik: 'partial',
    note: 'NGINX tries again after errors and timeouts by default.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.notConfigurable,
      'application-gateway-for-containers': agc.retriesByItself,
      istio: istio.retries,
    },
  },
  'proxy-next-upstream-timeout': {
    purpose: 'Limits the seconds that trying again may take.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: experimental('rules[].retry'),
    traefik: 'partial',
    note: 'NGINX tries again after errors and timeouts by default.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.notConfigurable,
      'application-gateway-for-containers': agc.retriesByItself,
      istio: istio.retries,
    },
  },
  'proxy-next-upstream-tries': {
    purpose: 'Limits how often a request is tried.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: experimental('rules[].retry'),
    traefik: 'partial',
    note: 'NGINX tries again after errors and timeouts by default.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.notConfigurable,
      'application-gateway-for-containers': agc.retriesByItself,
      istio: istio.retries,
    },
  },
  'proxy-read-timeout': {
    purpose:
      'Limits the seconds between two reads from the backend; 60 by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'rules[].timeouts.request / backendRequest',
      since: 'v1.2.1',
      note: 'the whole time, not idle time',
    },
    traefik: 'partial',
    ingress2gateway: 'best effort',
    note: 'Long polling, event streams and WebSockets break where a limit of idle time becomes one of the whole time.',
    sources: [
      'httpRouteTypes',
      'migrationUtility',
      'albReleases',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.requestTimeout,
      'application-gateway-for-containers': agc.requestTimeout,
      istio: istio.requestTimeout,
    },
  },
  'proxy-redirect-from': {
    purpose:
      'Says which text in Location and Refresh headers of the backend is replaced.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    ingress2gateway: 'recognised, not converted',
    sources: ['migrationUtility', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'proxy-redirect-to': {
    purpose: 'Says what that text is replaced by.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'unsupported',
    ingress2gateway: 'recognised, not converted',
    sources: ['migrationUtility', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'proxy-request-buffering': {
    purpose:
      'Takes in the whole request body before the backend is contacted; on by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: noField,
    traefik: 'supported',
    note: 'Where bodies are streamed, slow clients hold connections of the backend.',
    sources: ['migrationUtility', 'traefikProvider'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'Envoy streams bodies; only an EnvoyFilter collects them, which the add-on allows and Microsoft does not support.',
        replacement: 'EnvoyFilter',
      },
    },
  },
  'proxy-send-timeout': {
    purpose:
      'Limits the seconds between two writes to the backend; 60 by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Proxy',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'rules[].timeouts.request / backendRequest',
      since: 'v1.2.1',
      note: 'the whole time, not idle time',
    },
    traefik: 'partial',
    ingress2gateway: 'best effort',
    note: 'Long polling, event streams and WebSockets break where a limit of idle time becomes one of the whole time.',
    sources: [
      'httpRouteTypes',
      'migrationUtility',
      'albReleases',
      'ingress2gateway',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.requestTimeout,
      'application-gateway-for-containers': {
        ...agc.requestTimeout,
        support: 'partial',
      },
      istio: istio.requestTimeout,
    },
  },
} as const satisfies AnnotationGroup;
