import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';

/** Annotations about a host as a whole: names, ciphers, passthrough. */
export const hosts = {
  'ssl-ciphers': {
    purpose: 'Lists the ciphers that the host accepts.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SSLCipher',
    gatewayApi: {
      level: 'implementation-specific',
      resource: 'Gateway',
      field: 'listeners[].tls.options',
      since: 'v1.2.1',
    },
    traefik: 'unsupported',
    sources: ['gatewayTypes', 'migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'A listener option of Istio; nothing confirms that the add-on takes it.',
        replacement: 'Gateway listeners[].tls.options',
        own: true,
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "Ciphers come in two predefined sets, from TLS 1.2 on; a list of one's own is not possible.",
        replacement: 'FrontendTLSPolicy policyType',
        own: true,
      },
      istio: {
        support: 'yes',
        reason:
          "Ciphers can be listed for a listener, under Envoy's names for them.",
        replacement:
          'Gateway (networking.istio.io) servers[].tls.cipherSuites, or the listener option gateway.istio.io/tls-cipher-suites',
        own: true,
      },
    },
  },
  'ssl-prefer-server-ciphers': {
    purpose: 'Lets the server choose the cipher.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SSLCipher',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'Envoy decides on the cipher order.',
      },
      'application-gateway-for-containers': {
        support: 'no',
        reason: 'The cipher order is fixed by the TLS policy.',
      },
      istio: { support: 'no', reason: 'Envoy decides on the cipher order.' },
    },
  },
  'ssl-passthrough': {
    purpose:
      'Hands TLS connections to the pod unopened; all other annotations of the Ingress lose their effect.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'SSLPassthrough',
    gatewayApi: {
      level: 'core',
      resource: 'TLSRoute',
      field: 'Gateway listener protocol TLS, tls.mode Passthrough + TLSRoute',
      since: 'v1.5.1',
    },
    traefik: 'partial',
    ingress2gateway: 'converted',
    note: "The client's address is lost unless the pod reads the PROXY protocol.",
    sources: [
      'standardResources',
      'appRoutingGatewayApi',
      'ingress2gateway',
      'migrationUtility',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          "TLSRoute takes it over where Istio 1.30 runs. Microsoft's text of August 2026 lists it as not supported, the later one no longer does; no test confirmed it. The client's address is lost unless the pod reads the PROXY protocol.",
        replacement: 'TLSRoute on a listener with tls.mode Passthrough',
      },
      'application-gateway-for-containers': {
        support: 'no',
        reason:
          'Listeners are HTTP or HTTPS, on ports 80 and 443: TLS cannot be passed on unopened.',
      },
      istio: {
        support: 'yes',
        reason:
          "TLSRoute takes it over from revision asm-1-30 on; Istio's own Gateway and VirtualService do in every one. The client's address is lost unless the pod reads the PROXY protocol.",
        replacement:
          'TLSRoute on a listener with tls.mode Passthrough; or Gateway (networking.istio.io) with PASSTHROUGH and VirtualService tls',
        before: {
          outcome: 'changes-behaviour',
          reason:
            "Istio's own Gateway and VirtualService pass TLS on. The client's address is lost unless the pod reads the PROXY protocol.",
          replacement:
            'Gateway (networking.istio.io) servers[].tls.mode PASSTHROUGH, VirtualService tls[]',
        },
      },
    },
  },
  'server-alias': {
    purpose: 'Serves the same rules under further host names.',
    concern: 'portable',
    upstreamRisk: 'High',
    scope: 'ingress',
    group: 'Aliases',
    gatewayApi: {
      level: 'core',
      resource: 'HTTPRoute',
      field: 'spec.hostnames[] (and a listener that admits them)',
      since: 'v1.2.1',
    },
    traefik: 'partial',
    note: 'The certificate has to hold the alias. NGINX ignores an alias that is a host of another Ingress.',
    sources: ['httpRouteTypes', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': {
        support: 'yes',
        reason:
          'Routes list any number of host names; a listener and its certificate have to admit them. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Routes list any number of host names; a listener and its certificate have to admit them.',
      },
      istio: {
        support: 'yes',
        reason:
          'Routes list any number of host names; a listener and its certificate have to admit them.',
      },
    },
  },
} as const satisfies AnnotationGroup;
