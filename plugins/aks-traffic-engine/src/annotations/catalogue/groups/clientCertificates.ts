import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about client certificates. */
export const clientCertificates = {
  'auth-tls-error-page': {
    purpose: 'Sends clients whose certificate was refused to this page.',
    concern: 'review',
    upstreamRisk: 'High',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'no',
        reason:
          'The handshake fails instead: there is no page to send the client to.',
      },
    },
  },
  'auth-tls-match-cn': {
    purpose:
      'Admits only client certificates whose common name matches this pattern.',
    concern: 'security',
    upstreamRisk: 'High',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          'Certificates are told apart by their alternative names, not by the common name, and not by a pattern.',
        replacement: 'FrontendTLSPolicy verify.subjectAltNames',
      },
      istio: {
        support: 'partial',
        reason:
          'Certificates are told apart by their alternative names, not by the common name, and not by a pattern.',
        replacement:
          'Gateway (networking.istio.io) servers[].tls.subjectAltNames',
      },
    },
  },
  'auth-tls-pass-certificate-to-upstream': {
    purpose:
      'Hands the client certificate to the backend in the header ssl-client-cert.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: noField,
    traefik: 'supported',
    note: 'Backends that authenticate by this header have to change; copies that clients send have to be stripped.',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.notConfigurable,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'The certificate comes in X-Forwarded-Client-Cert, in another format: the backend has to be changed, and copies that clients send stripped.',
        replacement: 'Header X-Forwarded-Client-Cert',
      },
    },
  },
  'auth-tls-secret': {
    purpose:
      'Asks clients of the host for a certificate, signed by a CA in this Secret.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: {
      level: 'extended',
      resource: 'Gateway',
      field:
        'spec.tls.frontend.{default,perPort[]}.validation.caCertificateRefs',
      since: 'v1.5.1',
      note: 'per port, not per host',
    },
    sensitive: true,
    traefik: 'partial',
    note: 'Dropped, the host no longer asks for client certificates.',
    sources: [
      'gatewayTypes',
      'standardResources',
      'istioConformance',
      'migrationUtility',
      'albResources',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'A listener option of Istio asks for certificates, per listener instead of per host; nothing confirms that the add-on takes it.',
        replacement:
          'Gateway listeners[].tls.options gateway.istio.io/tls-terminate-mode',
        own: true,
      },
      'application-gateway-for-containers': {
        support: 'yes',
        reason:
          'Client certificates are asked for by a policy on the frontend, per listener instead of per host.',
        replacement: 'FrontendTLSPolicy verify.caCertificateRef',
        own: true,
        outcome: 'changes-behaviour',
      },
      istio: {
        support: 'partial',
        reason:
          "Client certificates are asked for per port of a gateway instead of per host, by Istio's own means: Istio 1.30 does not know the field of the Gateway API.",
        replacement:
          'Gateway (networking.istio.io) servers[].tls.mode MUTUAL, or the listener option gateway.istio.io/tls-terminate-mode',
        own: true,
      },
    },
  },
  'auth-tls-verify-client': {
    purpose:
      'Says whether a client certificate is required, optional, or not asked for.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: {
      level: 'extended',
      resource: 'Gateway',
      field:
        'spec.tls.frontend...validation.mode (AllowValidOnly | AllowInsecureFallback)',
      since: 'v1.5.1',
    },
    traefik: 'partial',
    note: 'The optional modes tell the backend the result in headers, which the Gateway API does not have.',
    sources: [
      'gatewayTypes',
      'standardResources',
      'istioConformance',
      'migrationUtility',
      'albResources',
    ],
    targets: {
      'app-routing-gateway-api': {
        support: 'partial',
        reason:
          'A listener option of Istio asks for certificates; nothing confirms that the add-on takes it, and no result is passed on in headers.',
        replacement:
          'Gateway listeners[].tls.options gateway.istio.io/tls-terminate-mode',
        own: true,
      },
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          'A certificate can be required; the optional modes differ, and no result is passed on in headers.',
        replacement: 'FrontendTLSPolicy verify',
        own: true,
      },
      istio: {
        support: 'partial',
        reason:
          'A certificate can be required or optional, for a whole port; no result is passed on in headers.',
        replacement:
          'Gateway (networking.istio.io) servers[].tls.mode MUTUAL or OPTIONAL_MUTUAL',
        own: true,
      },
    },
  },
  'auth-tls-verify-depth': {
    purpose: "Limits the length of a client certificate's chain.",
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'CertificateAuth',
    gatewayApi: noField,
    traefik: 'partial',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': {
        support: 'partial',
        reason:
          'The depth of the chain cannot be set exactly; leaving it out admits no certificate that another CA signed.',
        outcome: 'drop',
      },
      istio: istio.nginxOnly,
    },
  },
} as const satisfies AnnotationGroup;
