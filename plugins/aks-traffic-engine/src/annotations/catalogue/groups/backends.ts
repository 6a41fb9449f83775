import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about the choice of a backend and how it is spoken to. */
export const backends = {
  'backend-protocol': {
    purpose: 'Says which protocol the pods speak.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'BackendProtocol',
    gatewayApi: {
      level: 'extended',
      resource: 'BackendTLSPolicy / GRPCRoute / Service',
      field:
        'BackendTLSPolicy for TLS; GRPCRoute or Service port appProtocol kubernetes.io/h2c for gRPC',
      since: 'v1.4.1',
      note: 'GRPCRoute from bundle v1.2.1 on, BackendTLSPolicy from v1.4.1 on',
    },
    traefik: 'partial',
    ingress2gateway: 'partial',
    note: 'Nothing takes AUTO_HTTP and FCGI over. NGINX does not verify certificates of backends unless told to; a BackendTLSPolicy always does.',
    sources: [
      'backendTlsTypes',
      'standardResources',
      'migrationUtility',
      'albResources',
      'ingress2gateway',
      'istioConformance',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'yes',
        reason:
          'HTTPS by BackendTLSPolicy, which verifies the certificate where NGINX does not; gRPC by GRPCRoute or appProtocol. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement:
          'BackendTLSPolicy, GRPCRoute, Service spec.ports[].appProtocol',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'HTTPS by its own BackendTLSPolicy, which verifies the certificate where NGINX does not; gRPC by GRPCRoute; everything else is HTTP/1.1.',
        replacement: 'BackendTLSPolicy (alb.networking.azure.io), GRPCRoute',
        own: true,
        outcome: 'changes-behaviour',
      },
      istio: {
        support: 'yes',
        reason:
          'HTTPS by BackendTLSPolicy, which verifies the certificate where NGINX does not, or by DestinationRule; gRPC by GRPCRoute or appProtocol.',
        replacement:
          'BackendTLSPolicy, DestinationRule trafficPolicy.tls, GRPCRoute',
        before: {
          outcome: 'equivalent-by-policy',
          reason: 'A DestinationRule speaks TLS to the backend.',
          replacement: 'DestinationRule trafficPolicy.tls',
        },
      },
    },
  },
  'load-balance': {
    purpose: 'Chooses how requests are spread over pods.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'LoadBalancing',
    gatewayApi: noField,
    traefik: 'ignored',
    sources: ['migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'The way of spreading requests cannot be chosen.',
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          'There is round robin, least request and a load-aware way, but no EWMA.',
        replacement: 'BackendLoadBalancingPolicy',
      },
      istio: {
        support: 'yes',
        reason: 'A DestinationRule chooses among the ways that Envoy knows.',
        replacement: 'DestinationRule trafficPolicy.loadBalancer.simple',
      },
    },
  },
  'service-upstream': {
    purpose:
      'Sends traffic to the cluster address of the Service instead of to its pods.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ServiceUpstream',
    gatewayApi: {
      level: 'none',
      note: "how endpoints are chosen is the implementation's affair",
    },
    traefik: 'supported',
    note: 'Check whether it was there to make a mesh, or the stickiness of kube-proxy, work.',
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason:
          'Traffic goes to the pods themselves, as it does without the annotation.',
      },
      'application-gateway-for-containers': {
        support: 'no',
        reason:
          'Traffic goes to the pods themselves, as it does without the annotation.',
      },
      istio: {
        support: 'not-needed',
        reason:
          'Traffic goes to the pods themselves, where the policies of the mesh apply.',
      },
    },
  },
  'upstream-vhost': {
    purpose: 'Sets the Host header that the backend sees.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'UpstreamVhost',
    gatewayApi: {
      level: 'extended',
      resource: 'HTTPRoute',
      field: 'filters[type=URLRewrite].urlRewrite.hostname',
      since: 'v1.2.1',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: 'NGINX variables in the value have no equivalent.',
    sources: ['httpRouteTypes', 'ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.sameField,
      'application-gateway-for-containers': agc.sameField,
      istio: istio.sameField,
    },
  },
  'upstream-hash-by': {
    purpose:
      'Sends requests with the same key, made of NGINX variables, to the same pod.',
    concern: 'review',
    upstreamRisk: 'High',
    scope: 'location',
    group: 'UpstreamHashBy',
    gatewayApi: noField,
    traefik: 'partial',
    sources: ['migrationUtility', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          "The key can be a header, a cookie, a query parameter or the client's address, but no NGINX variable.",
        replacement:
          'DestinationRule trafficPolicy.loadBalancer.consistentHash',
      },
    },
  },
  'upstream-hash-by-subset': {
    purpose: 'Spreads the requests of one key over a few pods instead of one.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'UpstreamHashBy',
    gatewayApi: noField,
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'upstream-hash-by-subset-size': {
    purpose: 'Sets how many pods that are.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'UpstreamHashBy',
    gatewayApi: noField,
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'default-backend': {
    purpose:
      "Names a Service that answers where the rule's own Service has no ready pod.",
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'DefaultBackend',
    gatewayApi: {
      level: 'none',
      note: 'a route that catches the rest covers paths that nothing matches, not Services without pods',
    },
    traefik: 'partial',
    note: 'By the Gateway API, clients get a 5xx when no backend is there.',
    sources: ['httpRouteTypes', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': {
        support: 'no',
        reason:
          'There is nothing to fall back to when a Service has no ready pod: clients get a 5xx.',
      },
      istio: {
        support: 'no',
        reason:
          'There is nothing to fall back to when a Service has no ready pod; only an EnvoyFilter could do it, which Microsoft does not support.',
      },
    },
  },
  'custom-http-errors': {
    purpose:
      'Replaces backend answers with these status codes by pages of the default backend.',
    concern: 'no-equivalent',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'CustomHTTPErrors',
    gatewayApi: noField,
    traefik: 'partial',
    sources: ['migrationUtility', 'istioSupport', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'Only an EnvoyFilter replaces answers, which the add-on allows and Microsoft does not support.',
        replacement: 'EnvoyFilter',
      },
    },
  },
  'disable-proxy-intercept-errors': {
    purpose:
      'Takes the Ingress out of error pages that the controller puts in everywhere.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'DisableProxyInterceptErrors',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason:
          'Errors of the backend are never replaced, so there is nothing to turn off.',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason:
          'Errors of the backend are never replaced, so there is nothing to turn off.',
      },
      istio: {
        support: 'not-needed',
        reason:
          'Errors of the backend are never replaced, so there is nothing to turn off.',
      },
    },
  },
  'fastcgi-index': {
    purpose: 'Names the index file for FastCGI backends.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'FastCGI',
    gatewayApi: noField,
    note: 'Put an HTTP server into the pod.',
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'fastcgi-params-configmap': {
    purpose: 'Names a ConfigMap of FastCGI parameters.',
    concern: 'no-equivalent',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'FastCGI',
    gatewayApi: noField,
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
} as const satisfies AnnotationGroup;
