import { parseBoolean } from '../../annotations/values/goValues';
import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { RouteFields } from './RouteRule';

/** What NGINX answers where an annotation does not say otherwise. Source: ingress-nginx annotations.md, last release. */
const defaults = {
  methods: 'GET, PUT, POST, DELETE, PATCH, OPTIONS',
  headers:
    'DNT, Keep-Alive, User-Agent, X-Requested-With, If-Modified-Since, Cache-Control, Content-Type, Range, Authorization',
  maxAge: 1728000,
};

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
    return undefined;
  }
  const origins = listOf(nginx.get('cors-allow-origin') ?? '*');
  const credentials =
    parseBoolean(nginx.get('cors-allow-credentials') ?? 'true') !== false;
  if (origins.includes('*') && credentials) {
    context.note(
      source,
      'decide',
      'cors-allow-origin',
      'NGINX lets every origin send credentials unless told otherwise, and the filter does the same. Name the origins that need it.',
    );
  }
  const exposed = listOf(nginx.get('cors-expose-headers') ?? '');
  return {
    type: 'CORS',
    cors: {
      allowOrigins: origins,
      allowCredentials: credentials,
      allowMethods: listOf(nginx.get('cors-allow-methods') ?? defaults.methods),
      allowHeaders: listOf(nginx.get('cors-allow-headers') ?? defaults.headers),
      ...(exposed.length > 0 && { exposeHeaders: exposed }),
      maxAge: Number(nginx.get('cors-max-age') ?? defaults.maxAge),
    },
  };
}

function listOf(value: string): string[] {
  return value
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
}
