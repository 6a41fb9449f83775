import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about raw NGINX configuration. */
export const snippets = {
  'auth-snippet': {
    purpose:
      'Puts raw NGINX configuration into the place where the authentication service is asked.',
    concern: 'security',
    upstreamRisk: 'Critical',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'partial',
    note: 'Whoever may write the Ingress configures the controller.',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'no',
        reason:
          'There is no raw configuration: it has to move into the authorisation service.',
      },
    },
  },
  'configuration-snippet': {
    purpose: 'Puts raw NGINX configuration into every location of the Ingress.',
    concern: 'security',
    upstreamRisk: 'Critical',
    scope: 'location',
    group: 'ConfigurationSnippet',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'partial',
    note: "The community's controller refuses snippets unless its ConfigMap allows them; the managed NGINX allows them, but for some words.",
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'managedNginx'],
    targets: {
      'app-routing-gateway-api': appRouting.noRawConfiguration,
      'application-gateway-for-containers': agc.noRawConfiguration,
      istio: istio.noRawConfiguration,
    },
  },
  'server-snippet': {
    purpose:
      'Puts raw NGINX configuration into the server of the host, for everybody who shares it.',
    concern: 'security',
    upstreamRisk: 'Critical',
    scope: 'ingress',
    group: 'ServerSnippet',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'partial',
    note: "The community's controller refuses snippets unless its ConfigMap allows them; the managed NGINX allows them, but for some words.",
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'managedNginx'],
    targets: {
      'app-routing-gateway-api': appRouting.noRawConfiguration,
      'application-gateway-for-containers': agc.noRawConfiguration,
      istio: istio.noRawConfiguration,
    },
  },
  'stream-snippet': {
    purpose:
      'Puts raw NGINX configuration into the part that serves TCP and UDP.',
    concern: 'security',
    upstreamRisk: 'Critical',
    scope: 'ingress',
    group: 'StreamSnippet',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'unsupported',
    note: "The community's controller refuses snippets unless its ConfigMap allows them; the managed NGINX allows them, but for some words.",
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'managedNginx'],
    targets: {
      'app-routing-gateway-api': appRouting.noRawConfiguration,
      'application-gateway-for-containers': agc.noRawConfiguration,
      istio: istio.noRawConfiguration,
    },
  },
  'modsecurity-snippet': {
    purpose: 'Gives ModSecurity rules of its own.',
    concern: 'security',
    upstreamRisk: 'Critical',
    scope: 'ingress',
    group: 'ModSecurity',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'unsupported',
    sources: ['migrationUtility', 'albResources'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': {
        support: 'no',
        reason:
          'Rules of ModSecurity are not understood: each has to be written anew as a custom rule of an Azure WAF policy.',
      },
      istio: istio.nothing,
    },
  },
} as const satisfies AnnotationGroup;
