import type { RbacRule } from '../../estate/types';
import { KubernetesRequest } from '../requests/parseRequest';

/** Paths that the role `system:discovery` gives to everyone who could sign in. */
const DISCOVERY_PATHS = [
  '/api',
  '/apis',
  '/healthz',
  '/livez',
  '/openapi',
  '/readyz',
  '/version',
];

/**
 * Whether rules allow a request. Secrets are refused whatever the rules say: nothing that is tested here may ever need
 * one, and an estate whose author granted `*` must not hide that something asked.
 */
export function isAllowed(
  request: KubernetesRequest,
  rules: readonly RbacRule[],
): boolean {
  if (request.type === 'path') {
    return (
      request.verb === 'get' &&
      DISCOVERY_PATHS.some(
        path => request.path === path || request.path.startsWith(`${path}/`),
      )
    );
  }
  const { verb, group, resource, subresource } = request;
  if (group === '' && resource === 'secrets') {
    return false;
  }
  const full =
    subresource === undefined ? resource : `${resource}/${subresource}`;
  return rules.some(
    rule =>
      includes(rule.verbs, verb) &&
      includes(rule.apiGroups, group) &&
      (includes(rule.resources, full) ||
        (subresource !== undefined &&
          rule.resources.includes(`*/${subresource}`))),
  );
}

function includes(allowed: readonly string[], value: string): boolean {
  return allowed.includes('*') || allowed.includes(value);
}
