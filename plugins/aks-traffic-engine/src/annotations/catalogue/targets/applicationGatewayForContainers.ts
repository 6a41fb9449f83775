import { TargetFact } from '../AnnotationFacts';

/** What Application Gateway for Containers has for annotations, where several share it. */
export const agc = {
  nothing: {
    support: 'no',
    reason: 'Application Gateway for Containers has nothing for it.',
  },
  addressRules: {
    support: 'partial',
    reason:
      "Addresses can be limited by an access policy of the traffic controller, in preview, or by a custom rule of an Azure WAF policy, and Microsoft's migration tool writes neither.",
    replacement:
      'securityPolicies ipAccessRules of the traffic controller, or a custom WAF rule',
  },
  sameField: {
    support: 'yes',
    reason: 'The same field of the Gateway API says the same.',
  },
  noExternalAuth: {
    support: 'no',
    reason:
      'It asks no external service. From ALB Controller 1.13 on it can validate JWTs, which is another mechanism.',
  },
  nginxOnly: {
    support: 'no',
    reason:
      'A setting of NGINX itself: Application Gateway for Containers has no counterpart and needs none.',
  },
  noRawConfiguration: {
    support: 'no',
    reason:
      'There is no raw configuration: what each directive does has to be expressed by routes and policies, or moved into the service.',
  },
  corsFilter: {
    support: 'yes',
    reason:
      "The CORS filter, from ALB Controller 1.11.1 on; Microsoft's migration tool does not write it.",
  },
  noRateLimits: {
    support: 'no',
    reason:
      'It has no rate limits of a route. Whether rate-limit rules of an Azure WAF policy work here is not documented.',
  },
  retriesByItself: {
    support: 'partial',
    reason: 'It tries again by itself, and not configurably.',
  },
  requestTimeout: {
    support: 'yes',
    reason:
      'The limit is on the whole request instead of the gap between two steps, 60 s unless set and 5 minutes when idle: long polling, event streams and WebSockets can break.',
    replacement:
      'HTTPRoute rules[].timeouts (ALB Controller 1.11.1 and later) or RoutePolicy timeouts.routeTimeout',
  },
  cookieDuration: {
    support: 'yes',
    reason: 'Its own policy sets how long the cookie lives.',
    replacement: 'RoutePolicy sessionAffinity.cookieDuration',
  },
  cookieInPart: {
    support: 'partial',
    reason: 'Attributes of the cookie can be set only in part.',
    replacement: 'RoutePolicy sessionAffinity',
  },
  noEffect: {
    support: 'not-needed',
    reason:
      'No supported controller reads it any more: it has no effect that could be carried over.',
  },
} as const satisfies Record<string, TargetFact>;
