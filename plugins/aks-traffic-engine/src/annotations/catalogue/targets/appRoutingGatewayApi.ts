import { TargetFact } from '../AnnotationFacts';

/** What application routing's Gateway API has for annotations, where several share it. */
export const appRouting = {
  noCustomResources: {
    support: 'no',
    reason:
      'It would take an Istio or Envoy resource, and the add-on accepts none.',
  },
  addressesOfGateway: {
    support: 'partial',
    reason:
      'Addresses can be limited for a whole gateway only, at its load balancer: it has to serve nothing else.',
    replacement:
      'loadBalancerSourceRanges in the ConfigMap of the gateway class',
  },
  sameField: {
    support: 'yes',
    reason:
      'The same field of the Gateway API says the same. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
  },
  nginxOnly: {
    support: 'no',
    reason:
      'A setting of NGINX itself: the Gateway API of application routing has no counterpart and needs none.',
  },
  nothing: {
    support: 'no',
    reason: 'The Gateway API of application routing has nothing for it.',
  },
  notConfigurable: { support: 'no', reason: 'It cannot be configured.' },
  streams: {
    support: 'no',
    reason: 'Envoy streams bodies instead of collecting them.',
  },
  noRawConfiguration: {
    support: 'no',
    reason:
      'There is no raw configuration, and the add-on accepts no EnvoyFilter: what each directive does has to be expressed by routes, or moved into the service.',
  },
  corsFilter: {
    support: 'partial',
    reason:
      'The CORS filter. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
  },
  noRateLimits: {
    support: 'no',
    reason:
      'The add-on has no rate limits, neither local nor global; Microsoft documents it as a limitation.',
  },
  requestTimeout: {
    support: 'yes',
    reason:
      'The limit is on the whole request instead of the gap between two steps: long polling, event streams and WebSockets can break. Inferred from what the Istio it runs conforms to: AKS publishes no report of its own.',
    replacement: 'HTTPRoute rules[].timeouts',
  },
  noEffect: {
    support: 'not-needed',
    reason:
      'No supported controller reads it any more: it has no effect that could be carried over.',
  },
} as const satisfies Record<string, TargetFact>;
