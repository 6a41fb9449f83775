import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about what is added to requests and responses. */
export const requests = {
  'mirror-target': {
    purpose: 'Sends a copy of each request to this URL.',
    concern: 'review',
    upstreamRisk: 'High',
    scope: 'ingress',
    group: 'Mirror',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=RequestMirror].requestMirror.backendRef',
      since: 'v1.2.1',
      note: 'backends in the cluster only; a percentage from bundle v1.3.0 on',
    },
    traefik: 'unsupported',
    note: 'URLs outside the cluster have no equivalent.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'albReleases',
      'migrationUtility',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'Copies go to Services of the cluster only; a URL elsewhere has no equivalent. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement: 'HTTPRoute rules[].filters[].requestMirror',
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          'Copies go to Services of the cluster only, from ALB Controller 1.12.1 on; a URL elsewhere has no equivalent.',
        replacement: 'HTTPRoute rules[].filters[].requestMirror',
      },
      istio: {
        support: 'partial',
        reason:
          'Copies go to Services of the mesh only; a URL elsewhere has no equivalent.',
        replacement:
          'HTTPRoute rules[].filters[].requestMirror, or VirtualService http[].mirror',
      },
    },
  },
  'mirror-host': {
    purpose: 'Sets the Host header of the copy.',
    concern: 'none',
    upstreamRisk: 'High',
    scope: 'ingress',
    group: 'Mirror',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'mirror-request-body': {
    purpose: "Says whether the copy has the request's body.",
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'Mirror',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'connection-proxy-header': {
    purpose: 'Sets the Connection header towards the backend.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Connection',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field:
        'RequestHeaderModifier (hop-by-hop header, implementations may ignore it)',
      since: 'v1.2.1',
    },
    traefik: 'unsupported',
    ingress2gateway: 'converted',
    sources: ['ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'Envoy manages its connections itself and sets this header.',
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "The connection to the backend is the gateway's own affair; Microsoft's migration tool sets the header all the same.",
        replacement: 'HTTPRoute rules[].filters[].requestHeaderModifier',
        outcome: 'drop',
      },
      istio: {
        support: 'no',
        reason: 'Envoy manages its connections itself and sets this header.',
      },
    },
  },
  'custom-headers': {
    purpose: 'Names a ConfigMap of headers to add to responses.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'CustomHeaders',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=ResponseHeaderModifier].responseHeaderModifier.set',
      since: 'v1.2.1',
    },
    traefik: 'partial',
    ingress2gateway: 'recognised, not converted',
    note: 'The headers are in the ConfigMap, which is not read here.',
    sources: ['httpRouteTypes', 'migrationUtility', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          "The same field of the Gateway API says the same; Microsoft's migration tool does not write it.",
      },
      istio: istio.sameField,
    },
  },
  'x-forwarded-prefix': {
    purpose:
      'Tells the backend, in X-Forwarded-Prefix, which part of the path was rewritten away.',
    concern: 'portable',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'XForwardedPrefix',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'filters[type=RequestHeaderModifier].requestHeaderModifier.set',
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
  'http2-push-preload': {
    purpose: "Pushes what a response's preload links name over HTTP/2.",
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'HTTP2PushPreload',
    gatewayApi: noField,
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'client-body-buffer-size': {
    purpose: 'Sets how much of a request body is held in memory.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ClientBodyBufferSize',
    gatewayApi: noField,
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    sources: ['ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.streams,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.streams,
    },
  },
} as const satisfies AnnotationGroup;
