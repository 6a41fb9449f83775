import { AnnotationGroup } from '../AnnotationFacts';
import { noField } from '../gatewayApiFields';
import { appRouting } from '../targets/appRoutingGatewayApi';
import { agc } from '../targets/applicationGatewayForContainers';
import { istio } from '../targets/istio';

/** Annotations about who may call. */
export const accessControl = {
  'allowlist-source-range': {
    purpose:
      'Lets only clients from these addresses through; everybody else gets 403.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Allowlist',
    gatewayApi: {
      level: 'none',
      note: 'ingress2gateway writes it for single implementations only',
    },
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    note: 'Dropped, the host is open to every address.',
    sources: ['migrationUtility', 'ingress2gateway', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.addressesOfGateway,
      'application-gateway-for-containers': agc.addressRules,
      istio: istio.addressPolicy,
    },
  },
  'whitelist-source-range': {
    purpose:
      'Lets only clients from these addresses through; the old name of allowlist-source-range.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Allowlist',
    aliasOf: 'allowlist-source-range',
    gatewayApi: {
      level: 'none',
      note: 'ingress2gateway writes it for single implementations only',
    },
    traefik: 'supported',
    ingress2gateway: 'emitter extension only',
    note: 'Dropped, the host is open to every address.',
    sources: ['migrationUtility', 'ingress2gateway', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.addressesOfGateway,
      'application-gateway-for-containers': agc.addressRules,
      istio: istio.addressPolicy,
    },
  },
  'denylist-source-range': {
    purpose: 'Refuses clients from these addresses with 403.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'Denylist',
    gatewayApi: {
      level: 'none',
      note: 'ingress2gateway writes it for single implementations only',
    },
    traefik: 'unsupported',
    ingress2gateway: 'emitter extension only',
    note: 'Dropped, the host is open to every address.',
    sources: ['migrationUtility', 'ingress2gateway', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.addressesOfGateway,
      'application-gateway-for-containers': agc.addressRules,
      istio: istio.addressPolicy,
    },
  },
  'auth-type': {
    purpose:
      'Asks for a user name and password, by basic or digest authentication.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'BasicDigestAuth',
    gatewayApi: noField,
    traefik: 'supported',
    note: 'Dropped, the route asks nobody who they are.',
    sources: ['migrationUtility', 'appRoutingGatewayApi'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'auth-secret': {
    purpose: 'Names the Secret with the user names and password hashes.',
    concern: 'security',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'BasicDigestAuth',
    gatewayApi: noField,
    sensitive: true,
    traefik: 'supported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.unsupportedFilterOnly,
    },
  },
  'auth-secret-type': {
    purpose:
      'Says how that Secret is laid out: one file, or one key for each user.',
    concern: 'review',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'BasicDigestAuth',
    gatewayApi: noField,
    traefik: 'supported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nothing,
      'application-gateway-for-containers': agc.nothing,
      istio: istio.nothing,
    },
  },
  'auth-realm': {
    purpose: 'Sets the text that browsers show when they ask for the password.',
    concern: 'none',
    upstreamRisk: 'Medium',
    scope: 'location',
    group: 'BasicDigestAuth',
    gatewayApi: noField,
    traefik: 'supported',
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.nginxOnly,
      'application-gateway-for-containers': agc.nginxOnly,
      istio: istio.nginxOnly,
    },
  },
  satisfy: {
    purpose:
      'Says whether a request has to pass all of the address lists and authentications, or any one of them.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'Satisfy',
    gatewayApi: noField,
    traefik: 'unsupported',
    sources: ['traefikProvider'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'How conditions combine is said by the structure of the rules, which have to be written anew.',
        replacement: 'AuthorizationPolicy rules',
      },
    },
  },
  'enable-global-auth': {
    purpose:
      'Turned off, takes the Ingress out of the external authentication that the controller asks for everywhere.',
    concern: 'security',
    upstreamRisk: 'Low',
    scope: 'location',
    group: 'EnableGlobalAuth',
    gatewayApi: noField,
    traefik: 'supported',
    note: "The key global-auth-url of the controller's ConfigMap may protect Ingresses that have no annotation.",
    sources: ['migrationUtility'],
    targets: {
      'app-routing-gateway-api': appRouting.noCustomResources,
      'application-gateway-for-containers': agc.nothing,
      istio: {
        support: 'partial',
        reason:
          'What is authorised follows from the scope of the CUSTOM rules, which have to leave this route out.',
        replacement: 'AuthorizationPolicy action CUSTOM',
      },
    },
  },
} as const satisfies AnnotationGroup;
