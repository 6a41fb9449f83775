import { IngressSystem } from 'backstage-plugin-aks-traffic-common';

/** What is known of an ingress system other than ingress-nginx, as far as a move has to know it. */
export interface OtherSystem {
  /** Beginnings of the keys of its own annotations. */
  prefixes: readonly string[];
  /**
   * How it reads a path of the type ImplementationSpecific: as the beginning of any path, as that only before a `*` at
   * its end, as that unless it begins with `/~`, or in a way that is not known here.
   */
  specific: 'text' | 'wildcard' | 'tilde' | 'unknown';
  /** Whether a path of the type Prefix means whole path elements, as it should, or also the beginning of a longer word. */
  prefix: 'elements' | 'text';
  /** Whether it sends plain requests to HTTPS by itself where an Ingress has TLS. */
  redirects: boolean | 'unknown';
  /** Names of annotations, prefixes left out, that may keep callers out or hand requests to something that does. */
  guards?: RegExp;
  /** What takes the place of an annotation, by its name without prefix. */
  instead?: Readonly<Record<string, string>>;
}

const unknown: OtherSystem = {
  prefixes: [],
  specific: 'unknown',
  prefix: 'elements',
  redirects: 'unknown',
};

/**
 * Sources: Azure/application-gateway-kubernetes-ingress docs/ingress-v1.md and annotations.md; jcmoraisjr/haproxy-ingress
 * pkg/converters/ingress/ingress.go; nginx/kubernetes-ingress internal/configs (generateIngressPath) and its page on
 * annotations; kubernetes-sigs/ingress2gateway pkg/i2gw/providers/kong/README.md; Kong, Rewriting paths. What none of
 * them says is unknown.
 */
const systems: Partial<Record<IngressSystem, OtherSystem>> = {
  'application-gateway-ingress-controller': {
    prefixes: ['appgw.ingress.kubernetes.io/'],
    specific: 'wildcard',
    // It appends a star to the path.
    prefix: 'text',
    redirects: false,
    guards: /^(?:waf-policy-for-path|appgw-ssl-profile)$/,
    instead: {
      'appgw-ssl-certificate':
        'a Secret or a certificate of a Key Vault that the listener names; without spec.tls on the Ingress the routes are for plain HTTP only',
      'backend-hostname': 'a URLRewrite filter with hostname',
      'backend-path-prefix': 'a URLRewrite filter with ReplacePrefixMatch',
      'backend-protocol': 'a BackendTLSPolicy, where it says https',
      'cookie-based-affinity': 'a RoutePolicy or a DestinationRule',
      'request-timeout': 'timeouts.request of the rule',
      'ssl-redirect': 'the redirect that is written wherever there is TLS',
      'use-private-ip': 'a Gateway with a private address',
    },
  },
  traefik: {
    prefixes: ['traefik.ingress.kubernetes.io/', 'ingress.traefik.io/'],
    specific: 'unknown',
    prefix: 'elements',
    redirects: false,
    guards: /^router\.(?:middlewares|tls\.options)$/,
    instead: {
      'router.middlewares':
        'filters of the route for headers, rewrites and redirects; what a Middleware does about who may call has to be done elsewhere',
      'router.tls':
        'spec.tls on the Ingress before it is moved; without it the routes are for plain HTTP only',
    },
  },
  haproxy: {
    prefixes: [
      'haproxy.org/',
      'haproxy.com/',
      'haproxy-ingress.github.io/',
      'ingress.kubernetes.io/',
    ],
    specific: 'text',
    prefix: 'elements',
    redirects: 'unknown',
    guards: /auth|allow|deny|list|snippet|waf|client-c|secure-verify/,
  },
  kong: {
    prefixes: ['konghq.com/', 'configuration.konghq.com/'],
    specific: 'tilde',
    prefix: 'elements',
    redirects: 'unknown',
    guards: /^(?:plugins|protocols)$/,
    instead: {
      'strip-path': 'a URLRewrite filter with ReplacePrefixMatch /',
      plugins:
        'filters of the route for headers and rewrites; what a plugin does about who may call has to be done elsewhere',
    },
  },
  contour: {
    ...unknown,
    prefixes: [
      'projectcontour.io/',
      'contour.heptio.com/',
      'ingress.kubernetes.io/',
    ],
  },
  'f5-nginx': {
    prefixes: [
      'nginx.org/',
      'nginx.com/',
      'appprotect.f5.com/',
      'appprotectdos.f5.com/',
    ],
    specific: 'text',
    prefix: 'text',
    redirects: true,
    guards: /auth|jwt|polic|snippet|app-protect|limit-req/,
    instead: {
      rewrites: 'a URLRewrite filter',
      'path-regex': 'a RegularExpression match',
    },
  },
  'application-gateway-for-containers': {
    ...unknown,
    prefixes: ['alb.networking.azure.io/'],
    redirects: false,
  },
  cilium: { ...unknown, prefixes: ['ingress.cilium.io/'] },
};

/** What is known of a system; that nothing is, where it is not among them. */
export function otherSystem(system: IngressSystem): OtherSystem {
  return systems[system] ?? unknown;
}

/** The system whose own annotations begin like a key; none for prefixes that several share. */
export function systemOfAnnotation(key: string): IngressSystem | undefined {
  return (Object.keys(systems) as IngressSystem[]).find(system =>
    systems[system]!.prefixes.some(
      prefix => prefix !== 'ingress.kubernetes.io/' && key.startsWith(prefix),
    ),
  );
}
