import { IngressSource } from '../ingress/IngressSource';
import { MigrationContext } from '../MigrationContext';
import { isPreciseHostname } from './fieldValues';
import { RouteFields } from './RouteRule';

/** Filters that change the request on its way to the backend, where annotations ask for it. */
export function headerFilters(
  source: IngressSource,
  context: MigrationContext,
): RouteFields[] {
  const { nginx } = source;
  const filters: RouteFields[] = [];
  const prefix = nginx.get('x-forwarded-prefix') ?? '';
  if (prefix.includes('$')) {
    context.note(
      source,
      'decide',
      'x-forwarded-prefix',
      'The prefix has variables or capture groups, which no route can express, and the header is not set. State it as text for each path.',
    );
  } else if (prefix !== '') {
    filters.push({
      type: 'RequestHeaderModifier',
      requestHeaderModifier: {
        set: [{ name: 'X-Forwarded-Prefix', value: prefix }],
      },
    });
  }
  return filters;
}

/** The host name that the backend is called by, where an annotation sets it. */
export function upstreamHost(
  source: IngressSource,
  context: MigrationContext,
): string | undefined {
  const host = (source.nginx.get('upstream-vhost') ?? '').toLowerCase();
  if (host === '') {
    return undefined;
  }
  if (isPreciseHostname(host)) {
    return host;
  }
  context.note(
    source,
    'decide',
    'upstream-vhost',
    'The name for the backend has variables, a port or other characters that a route cannot express, and the backend is called by the name that clients use. State it as a host name.',
  );
  return undefined;
}
