import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about TLS towards the backend. */
export const backendTls = {
  'proxy-ssl-ciphers': {
    purpose: 'Lists the ciphers for TLS towards the backend.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility', 'istioMeshConfig'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.meshWideTls,
    },
  },
  'proxy-ssl-name': {
    purpose:
      "Sets the name that the backend's certificate is checked against, also sent as SNI.",
    concern: 'portable',
    upstreamRisk: 'High',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: {
      level: 'extended',
      resource: 'BackendTLSPolicy',
      field: 'validation.hostname',
      since: 'v1.4.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
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
          'A BackendTLSPolicy checks and sends this name. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement: 'BackendTLSPolicy validation.hostname',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Its own BackendTLSPolicy has the server name and the name to check.',
        replacement:
          'BackendTLSPolicy (alb.networking.azure.io) sni, verify.subjectAltName',
        own: true,
      },
      istio: {
        support: 'yes',
        reason: 'A BackendTLSPolicy checks and sends this name.',
        replacement:
          'BackendTLSPolicy validation.hostname, or DestinationRule trafficPolicy.tls.sni',
        before: {
          outcome: 'equivalent-by-policy',
          reason: 'A DestinationRule has the same settings.',
          replacement: 'DestinationRule trafficPolicy.tls',
        },
      },
    },
  },
  'proxy-ssl-protocols': {
    purpose: 'Lists the TLS versions towards the backend.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: noField,
    traefik: 'unsupported',
    ingress2gateway: 'recognised, not converted',
    sources: ['migrationUtility', 'istioMeshConfig', 'ingress2gateway'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.meshWideTls,
    },
  },
  'proxy-ssl-secret': {
    purpose:
      'Names the Secret with the client certificate and the CA for TLS towards the backend.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: {
      level: 'extended',
      resource: 'BackendTLSPolicy + Gateway',
      field:
        'validation.caCertificateRefs; Gateway.spec.tls.backend.clientCertificateRef for the client certificate',
      since: 'v1.5.1',
      note: 'the CA from bundle v1.4.1 on',
    },
    sensitive: true,
    traefik: 'supported',
    ingress2gateway: 'partial',
    note: 'The CA has to move from a Secret to a ConfigMap.',
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
        support: 'partial',
        reason:
          'The CA is taken over, from a ConfigMap instead of a Secret; a client certificate towards the backend is not possible.',
        replacement: 'BackendTLSPolicy validation.caCertificateRefs',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Its own BackendTLSPolicy has both the client certificate and the CA.',
        replacement:
          'BackendTLSPolicy (alb.networking.azure.io) clientCertificateRef, verify.caCertificateRef',
        own: true,
      },
      istio: {
        support: 'partial',
        reason:
          'The CA by BackendTLSPolicy; a client certificate by DestinationRule only, for Istio 1.30 does not know the field of the Gateway API.',
        replacement:
          'BackendTLSPolicy validation.caCertificateRefs; DestinationRule trafficPolicy.tls mode MUTUAL',
        before: {
          outcome: 'equivalent-by-policy',
          reason: 'A DestinationRule has the same settings.',
          replacement: 'DestinationRule trafficPolicy.tls',
        },
      },
    },
  },
  'proxy-ssl-server-name': {
    purpose: 'Sends a server name (SNI) when connecting to the backend by TLS.',
    concern: 'portable',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: {
      level: 'extended',
      resource: 'BackendTLSPolicy',
      field: 'validation.hostname (SNI always sent)',
      since: 'v1.4.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
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
          'A BackendTLSPolicy always sends the server name. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement: 'BackendTLSPolicy validation.hostname',
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason: 'Its own BackendTLSPolicy sends the server name.',
        replacement: 'BackendTLSPolicy (alb.networking.azure.io) sni',
        own: true,
      },
      istio: {
        support: 'yes',
        reason: 'A BackendTLSPolicy always sends the server name.',
        replacement: 'BackendTLSPolicy validation.hostname',
        before: {
          outcome: 'equivalent-by-policy',
          reason: 'A DestinationRule has the same settings.',
          replacement: 'DestinationRule trafficPolicy.tls',
        },
      },
    },
  },
  'proxy-ssl-verify': {
    purpose: 'Verifies the certificate of the backend; off by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: {
      level: 'extended',
      resource: 'BackendTLSPolicy',
      field: 'presence of the policy means verification',
      since: 'v1.4.1',
    },
    traefik: 'supported',
    ingress2gateway: 'converted',
    note: 'off cannot be said by a BackendTLSPolicy.',
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
          'A BackendTLSPolicy always verifies. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
        replacement: 'BackendTLSPolicy',
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          "Its own BackendTLSPolicy verifies; Microsoft's migration tool does not write it.",
        replacement: 'BackendTLSPolicy (alb.networking.azure.io) verify',
        own: true,
      },
      istio: {
        support: 'yes',
        reason:
          'A BackendTLSPolicy always verifies; a DestinationRule can leave it out.',
        replacement: 'BackendTLSPolicy, or DestinationRule trafficPolicy.tls',
        before: {
          outcome: 'equivalent-by-policy',
          reason: 'A DestinationRule has the same settings.',
          replacement: 'DestinationRule trafficPolicy.tls',
        },
      },
    },
  },
  'proxy-ssl-verify-depth': {
    purpose: "Limits the length of the backend certificate's chain.",
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'ingress',
    group: 'ProxySSL',
    gatewayApi: noField,
    traefik: 'unsupported',
    ingress2gateway: 'recognised, not converted',
    sources: ['ingress2gateway', 'migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.unsupportedFilterOnly,
    },
  },
} as const satisfies AnnotationGroup;
