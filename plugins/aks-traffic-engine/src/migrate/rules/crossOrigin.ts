import { parseBoolean } from '../../annotations/values/goValues';
import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isHeaderName } from './fieldValues';
import { RouteFields } from './RouteRule';

/** What NGINX answers where an annotation does not say otherwise. Source: ingress-nginx annotations.md, last release. */
const defaults = {
  methods: 'GET, PUT, POST, DELETE, PATCH, OPTIONS',
  headers:
    'DNT, Keep-Alive, User-Agent, X-Requested-With, If-Modified-Since, Cache-Control, Content-Type, Range, Authorization',
  maxAge: 1728000,
};

/** Source: kubernetes-sigs/gateway-api apis/v1/httproute_types.go, CORSOrigin. */
const origin = /^[a-zA-Z][a-zA-Z0-9+\-.]+:\/\/[^:/?#]+(:\d{1,5})?$/;

/** The CORS filter, which the Gateway API has in its standard channel from AKS 1.36 on. */
export function crossOriginFilter(
  source: IngressSource,
  context: MigrationContext,
): RouteFields | undefined {
  const { nginx } = source;
  if (parseBoolean(nginx.get('enable-cors') ?? '') !== true) {
    return undefined;
  }
  if (!context.hasAks('1.36')) {
    context.note(
      source,
      'decide',
      'enable-cors',
      'The CORS filter needs the Gateway API of AKS 1.36 or later, and the version of the cluster is lower or not known. Answer preflight requests in the service, or upgrade first.',
    );
    for (const name of [...nginx.keys()].filter(key =>
      key.startsWith('cors-'),
    )) {
      context.note(
        source,
        'decide',
        name,
        'Not carried over, because the CORS filter is not there.',
      );
    }
    return undefined;
  }
  const origins = originsOf(source, context);
  if (origins.length === 0) {
    return undefined;
  }
  const isForAll = origins.includes('*');
  const credentials =
    parseBoolean(nginx.get('cors-allow-credentials') ?? 'true') !== false;
  if (isForAll && credentials) {
    context.note(
      source,
      'decide',
      'cors-allow-origin',
      'NGINX answers every origin with a plain *, with which browsers send no credentials although the answer allows them. A Gateway would name each origin instead and so let all of them in, so the filter leaves credentials out. Name the origins that need them.',
    );
  }
  /** What of a list the filter takes; the rest is named. */
  const taken = (
    name: string,
    fallback: string,
    isTaken: (entry: string) => boolean,
  ) => {
    const given = listOf(nginx.get(name) ?? fallback);
    const left = given.filter(entry => !isTaken(entry));
    if (left.length > 0) {
      context.note(
        source,
        'decide',
        name,
        `The filter does not take ${left.join(', ')}, and it is left out.`,
      );
    }
    return given.filter(isTaken);
  };
  const exposed = taken('cors-expose-headers', '', isHeaderName);
  return {
    type: 'CORS',
    cors: {
      allowOrigins: origins,
      allowCredentials: credentials && !isForAll,
      allowMethods: taken('cors-allow-methods', defaults.methods, isMethod),
      allowHeaders: taken('cors-allow-headers', defaults.headers, isHeaderName),
      ...(exposed.length > 0 && { exposeHeaders: exposed }),
      maxAge: maxAgeOf(nginx.get('cors-max-age')),
    },
  };
}

/** Origins as the filter takes them: `*` goes alone, and what is no origin NGINX leaves out too. */
function originsOf(source: IngressSource, context: MigrationContext): string[] {
  const given = listOf(source.nginx.get('cors-allow-origin') ?? '*');
  if (given.includes('*')) {
    return ['*'];
  }
  const origins = given.filter(entry => origin.test(entry));
  if (origins.length < given.length) {
    context.note(
      source,
      'decide',
      'cors-allow-origin',
      'An entry is no origin of scheme and host, such as https://shop.contoso.com, and is left out.',
    );
  }
  return origins;
}

/** Source: kubernetes-sigs/gateway-api apis/v1/httproute_types.go, HTTPMethodWithWildcard. */
function isMethod(text: string): boolean {
  return /^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|\*)$/.test(
    text,
  );
}

function maxAgeOf(value: string | undefined): number {
  const seconds = Number(value ?? defaults.maxAge);
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 2_147_483_647
    ? seconds
    : defaults.maxAge;
}

/** Entries of a list divided by commas; lists of the filter have none twice. */
function listOf(value: string): string[] {
  const entries = value
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
  return [...new Set(entries)];
}
