import { IngressSource } from '../ingress/IngressSource';
import { RouteFields } from './RouteRule';

/** Filters that change the request on its way to the backend, where annotations ask for it. */
export function headerFilters({ nginx }: IngressSource): RouteFields[] {
  const filters: RouteFields[] = [];
  const prefix = nginx.get('x-forwarded-prefix') ?? '';
  if (prefix !== '' && !prefix.includes('$')) {
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
export function upstreamHost({ nginx }: IngressSource): string | undefined {
  const host = nginx.get('upstream-vhost') ?? '';
  return /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/i.test(host) ? host : undefined;
}
