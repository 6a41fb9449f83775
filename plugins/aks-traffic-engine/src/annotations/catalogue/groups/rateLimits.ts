import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about rates and connections. */
export const rateLimits = {
  'limit-allowlist': {
    purpose: 'Exempts these addresses from the rate limits.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
  'limit-burst-multiplier': {
    purpose: 'Says how many times the limit a burst may have; 5 by default.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'partial',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
  'limit-connections': {
    purpose: 'Limits the connections of each client address, in each replica.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'partial',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
  'limit-rate': {
    purpose: 'Limits the bytes a second that a response is sent with.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'unsupported',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.bandwidthFilter,
    },
  },
  'limit-rate-after': {
    purpose: 'Starts that limit after this many bytes.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'unsupported',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.bandwidthFilter,
    },
  },
  'limit-rpm': {
    purpose:
      'Limits the requests a minute of each client address, in each replica.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'partial',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
  'limit-rps': {
    purpose:
      'Limits the requests a second of each client address, in each replica; beyond it clients get 503.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    gatewayApi: noField,
    traefik: 'partial',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
  'limit-whitelist': {
    purpose:
      'Exempts these addresses from the rate limits; the old name of limit-allowlist.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'RateLimit',
    aliasOf: 'limit-allowlist',
    gatewayApi: noField,
    traefik: 'unsupported',
    note: 'NGINX counts in each of its replicas by itself.',
    sources: ['migrationUtility', 'appRoutingGatewayApi', 'istioSupport'],
    targets: {
      'app-routing-gateway-api': appRouting.noRateLimits,
      'application-gateway-for-containers': agc.noRateLimits,
      istio: istio.rateLimitFilter,
    },
  },
} as const satisfies AnnotationGroup;
