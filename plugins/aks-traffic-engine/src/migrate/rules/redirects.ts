import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isPreciseHostname } from './fieldValues';
import { RouteFields } from './RouteRule';

/** `return` of NGINX sends the address as it stands; Envoy appends the query when it replaces a path. */
export const keptQuery =
  'NGINX redirects to the address as it is written. The route adds the query of the request to it, at least where Envoy serves it: check that what answers there takes one.';

/**
 * The filter that answers with a redirect in place of the backend, where an annotation asks for one. The temporary
 * one goes before the permanent one, as with NGINX.
 */
export function redirectOf(
  source: IngressSource,
  context: MigrationContext,
): RouteFields | { reason: string } | undefined {
  const kind = ['temporal-redirect', 'permanent-redirect'].find(
    name => (source.nginx.get(name) ?? '') !== '',
  );
  if (kind === undefined) {
    return undefined;
  }
  const address = parsedAddress(source.nginx.get(kind)!);
  if (!address) {
    context.note(
      source,
      'decide',
      kind,
      'The redirect is not to an address that a route can express, such as one with variables or a query. There is no route, because a redirect lets no request through to the backend: write it by hand.',
    );
    if (source.nginx.has(`${kind}-code`)) {
      context.note(
        source,
        'decide',
        `${kind}-code`,
        'It belongs to the redirect that is to be written by hand.',
      );
    }
    return {
      reason: `no route can express its ${kind}, and a redirect lets no request through to the backend`,
    };
  }
  if (source.nginx.get(kind)!.includes('$')) {
    context.note(
      source,
      'decide',
      kind,
      'The route redirects to the same path of the other host, as the annotation asks. A controller that validates annotations ignores a value with a variable and serves the backend: see which of the two NGINX does today.',
    );
  } else {
    context.note(source, 'check', kind, keptQuery);
  }
  return {
    type: 'RequestRedirect',
    requestRedirect: {
      ...address,
      statusCode: statusCode(source, kind, context),
    },
  };
}

/** Another scheme and host for the same path and query. */
const sameRequest = /^([^$]+:\/\/[^/$]+)\$request_uri$/;

function parsedAddress(value: string): RouteFields | undefined {
  const [, origin] = sameRequest.exec(value) ?? [];
  if (origin !== undefined) {
    // Without a path in it, a redirect keeps that of the request.
    const { path: _, ...address } = parsedAddress(origin) ?? {};
    return Object.keys(address).length > 0 ? address : undefined;
  }
  if (/[\s$]/.test(value) || value.startsWith('//')) {
    return undefined;
  }
  if (value.startsWith('/')) {
    return /[?#]/.test(value) ? undefined : { path: fullPath(value) };
  }
  let url;
  try {
    url = new URL(value);
  } catch {
    return undefined;
  }
  if (
    !/^https?:$/.test(url.protocol) ||
    !isPreciseHostname(url.hostname) ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    return undefined;
  }
  return {
    scheme: url.protocol.slice(0, -1),
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    path: fullPath(url.pathname),
  };
}

function fullPath(path: string): RouteFields {
  return { type: 'ReplaceFullPath', replaceFullPath: path };
}

/** Codes besides 301 and 302 came to the standard channel with AKS 1.36. */
function statusCode(
  source: IngressSource,
  kind: string,
  context: MigrationContext,
): number {
  const isPermanent = kind === 'permanent-redirect';
  const fallback = isPermanent ? 301 : 302;
  const asked = Number(source.nginx.get(`${kind}-code`) ?? fallback);
  if (asked === 301 || asked === 302) {
    return asked;
  }
  if ([303, 307, 308].includes(asked) && context.hasAks('1.36')) {
    return asked;
  }
  context.note(
    source,
    'check',
    `${kind}-code`,
    `Status ${asked} needs the Gateway API of AKS 1.36 or later; the route answers with ${fallback}, after which clients may send another method.`,
  );
  return fallback;
}
