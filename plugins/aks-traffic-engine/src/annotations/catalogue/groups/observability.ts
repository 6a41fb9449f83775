import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about logs and traces. */
export const observability = {
  'enable-access-log': {
    purpose: 'Turned off, keeps requests of the Ingress out of the access log.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Logs',
    gatewayApi: noField,
    traefik: 'partial',
    sources: ['appRoutingGatewayApi', 'istioMeshConfig'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'Access logs are on, for every route alike.',
      },
      'application-gateway-for-containers': {
        support: 'not-needed',
        reason:
          'Access logs are a diagnostic setting of the resource, not of a route.',
      },
      istio: {
        support: 'yes',
        reason: 'Access logs are set for a namespace or workload.',
        replacement: 'Telemetry accessLogging, or MeshConfig accessLogFile',
      },
    },
  },
  'enable-rewrite-log': {
    purpose: 'Logs what was rewritten.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Logs',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'enable-opentelemetry': {
    purpose: 'Turns tracing on or off for the Ingress.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Opentelemetry',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['appRoutingGatewayApi', 'istioMeshConfig'],
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'The add-on has no Telemetry API.',
      },
      'application-gateway-for-containers': agc.nginxOnly,
      istio: {
        support: 'partial',
        reason:
          'Tracing is set for a namespace or workload, by the Telemetry API or MeshConfig.',
        replacement: 'Telemetry',
      },
    },
  },
  'opentelemetry-operation-name': {
    purpose: 'Names the spans of the Ingress.',
    concern: 'none',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Opentelemetry',
    gatewayApi: noField,
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  'opentelemetry-trust-incoming-span': {
    purpose: 'Says whether traces that clients began are carried on.',
    concern: 'none',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Opentelemetry',
    gatewayApi: noField,
    traefik: 'unsupported',
    targets: {
      'app-routing-gateway-api': {
        support: 'no',
        reason: 'Envoy carries traces of clients on by default.',
      },
      'application-gateway-for-containers': agc.nginxOnly,
      istio: {
        support: 'no',
        reason: 'Envoy carries traces of clients on by default.',
      },
    },
  },
} as const satisfies AnnotationGroup;
