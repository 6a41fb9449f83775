import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about things that earlier releases of ingress-nginx did. */
export const removed = {
  'enable-influxdb': {
    purpose: 'Sent request metrics to InfluxDB.',
    concern: 'none',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.7.1',
    gatewayApi: noField,
    sources: ['nginx1_7'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'enable-opentracing': {
    purpose: 'Turned OpenTracing on or off for the Ingress.',
    concern: 'none',
    upstreamRisk: 'Low',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.10.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_10'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'global-rate-limit': {
    purpose: 'Limited requests over all replicas, counted in memcached.',
    concern: 'review',
    upstreamRisk: 'Low',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.12.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_12'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'global-rate-limit-ignored-cidrs': {
    purpose: 'Exempted addresses from that limit.',
    concern: 'review',
    upstreamRisk: 'Medium',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.12.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_12'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'global-rate-limit-key': {
    purpose: 'Said what requests were counted by.',
    concern: 'review',
    upstreamRisk: 'High',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.12.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_12'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'global-rate-limit-window': {
    purpose: 'Set the period of that limit.',
    concern: 'review',
    upstreamRisk: 'Low',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.12.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_12'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'opentracing-trust-incoming-span': {
    purpose: 'Said whether OpenTracing carried traces of clients on.',
    concern: 'none',
    upstreamRisk: 'Low',
    group: 'Removed',
    status: 'removed',
    removedIn: '1.10.0',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['nginx1_10'],
    targets: {
      'app-routing-gateway-api': appRouting.noEffect,
      'application-gateway-for-containers': agc.noEffect,
      istio: istio.noEffect,
    },
  },
  'secure-backends': {
    purpose: 'Spoke HTTPS to the backend; backend-protocol replaced it.',
    concern: 'review',
    group: 'Removed',
    aliasOf: 'backend-protocol',
    status: 'removed',
    gatewayApi: { level: 'none', note: 'see backend-protocol' },
    note: 'backend-protocol replaced it; current controllers do not read it.',
    targets: {
      'app-routing-gateway-api': {
        support: 'not-needed',
        reason:
          'Nothing reads it: what it asked for is said by backend-protocol.',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason:
          'Nothing reads it: what it asked for is said by backend-protocol.',
      },
      istio: {
        support: 'not-needed',
        reason:
          'Nothing reads it: what it asked for is said by backend-protocol.',
      },
    },
  },
} as const satisfies AnnotationGroup;
