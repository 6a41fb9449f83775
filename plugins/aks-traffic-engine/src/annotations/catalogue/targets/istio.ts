import { TargetFact } from '../AnnotationFacts';

/** What the Istio add-on has for annotations, where several share it. */
export const istio = {
  nothing: { support: 'no', reason: 'The Istio add-on has nothing for it.' },
  addressPolicy: {
    support: 'yes',
    reason:
      "A policy on the gateway limits addresses; it sees the client's own only with externalTrafficPolicy Local or a trusted X-Forwarded-For.",
    replacement:
      'AuthorizationPolicy rules[].from[].source.ipBlocks or remoteIpBlocks',
  },
  sameField: {
    support: 'yes',
    reason: 'The same field of the Gateway API says the same.',
  },
  externalAuthorization: {
    support: 'partial',
    reason:
      "An external authorisation service takes over, spoken to in Envoy's way and set up in MeshConfig, which the add-on allows and Microsoft does not support.",
    replacement:
      'AuthorizationPolicy action CUSTOM with meshConfig.extensionProviders',
  },
  tunedElsewhere: {
    support: 'no',
    reason:
      'How answers are kept and connections used is for the authorisation service and Envoy to say.',
  },
  nginxOnly: {
    support: 'no',
    reason:
      'A setting of NGINX itself: the Istio add-on has no counterpart and needs none.',
  },
  unsupportedFilterOnly: {
    support: 'no',
    reason:
      'Only an EnvoyFilter could do it, which the add-on allows and Microsoft does not support.',
  },
  streams: {
    support: 'no',
    reason: 'Envoy streams bodies instead of collecting them.',
  },
  noRawConfiguration: {
    support: 'no',
    reason:
      'There is no raw configuration: what each directive does has to be expressed by routes and policies, or moved into the service. The add-on allows EnvoyFilter, but Microsoft does not support it.',
  },
  corsFilter: {
    support: 'yes',
    reason: 'The CORS filter, in revisions that know Gateway API 1.5.',
    before: {
      outcome: 'equivalent-by-policy',
      reason: 'A VirtualService has the same settings.',
      replacement: 'VirtualService http[].corsPolicy',
    },
  },
  rateLimitFilter: {
    support: 'partial',
    reason:
      'Only an EnvoyFilter limits rates, which the add-on allows and Microsoft does not support.',
    replacement: 'EnvoyFilter',
  },
  bandwidthFilter: {
    support: 'partial',
    reason:
      'Only an EnvoyFilter limits bandwidth, which the add-on allows and Microsoft does not support.',
    replacement: 'EnvoyFilter',
  },
  retries: {
    support: 'yes',
    reason:
      'A VirtualService says when and how often a request is tried again.',
    replacement: 'VirtualService http[].retries',
  },
  requestTimeout: {
    support: 'yes',
    reason:
      'The limit is on the whole request instead of the gap between two steps: long polling, event streams and WebSockets can break.',
    replacement: 'HTTPRoute rules[].timeouts, or VirtualService http[].timeout',
  },
  meshWideTls: {
    support: 'no',
    reason: 'TLS settings towards backends are for the whole mesh.',
  },
  cookieDuration: {
    support: 'yes',
    reason: 'A DestinationRule sets how long the cookie lives.',
    replacement:
      'DestinationRule trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl',
  },
  noEffect: {
    support: 'not-needed',
    reason:
      'No supported controller reads it any more: it has no effect that could be carried over.',
  },
} as const satisfies Record<string, TargetFact>;
