import { AnnotationGroup } from '../AnnotationFacts';
import { experimental, noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about an external service that is asked about each request. */
export const externalAuthentication = {
  'auth-always-set-cookie': {
    purpose:
      'Hands cookies of the authentication service on, whatever status the backend answers with.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-cache-duration': {
    purpose: 'Says how long answers of the authentication service are kept.',
    concern: 'none',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-cache-key': {
    purpose: 'Keeps answers of the authentication service under this key.',
    concern: 'none',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-keepalive': {
    purpose:
      'Sets how many connections to the authentication service are kept open.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-keepalive-requests': {
    purpose:
      'Sets how many questions go over one kept connection to the authentication service.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-keepalive-share-vars': {
    purpose:
      'Shares NGINX variables between a request and the question about it.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-keepalive-timeout': {
    purpose:
      'Closes idle connections to the authentication service after this many seconds.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.tunedElsewhere,
    },
  },
  'auth-method': {
    purpose:
      'Sets the HTTP method of the question to the authentication service.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    traefik: 'partial',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-proxy-set-headers': {
    purpose:
      'Names a ConfigMap of headers to send to the authentication service.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    traefik: 'unsupported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-request-redirect': {
    purpose:
      'Sets the header X-Auth-Request-Redirect of the question to the authentication service.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-response-headers': {
    purpose:
      'Copies these headers of the authentication answer into the request to the backend.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    traefik: 'supported',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-signin': {
    purpose:
      'Sends clients that the authentication service turned away to this page to sign in.',
    concern: 'security',
    upstreamRisk: 'High',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    traefik: 'partial',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: {
        support: 'partial',
        reason:
          'The authorisation service has to send the client to the sign-in page itself.',
        replacement:
          'AuthorizationPolicy action CUSTOM with meshConfig.extensionProviders',
      },
    },
  },
  'auth-signin-redirect-param': {
    purpose:
      'Names the query parameter that tells the sign-in page where the client came from.',
    concern: 'review',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
  'auth-url': {
    purpose:
      'Asks an external service about each request, and lets through only what it allows.',
    concern: 'security',
    upstreamRisk: 'High',
    scope: 'location',
    group: 'ExternalAuth',
    gatewayApi: experimental('rules[].filters[type=ExternalAuth]'),
    sensitive: true,
    traefik: 'partial',
    note: 'Dropped, the route asks nobody who they are. Other ways: external authorisation in Istio, a proxy beside the service, checking JWTs.',
    sources: [
      'httpRouteTypes',
      'standardResources',
      'migrationUtility',
      'appRoutingGatewayApi',
      'istioMeshConfig',
      'albReleases',
    ],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.noExternalAuth,
      istio: istio.externalAuthorization,
    },
  },
} as const satisfies AnnotationGroup;
