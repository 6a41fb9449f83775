import type { ApiResource } from '../../estate/types';

/**
 * Discovery tells what the kind can do, not what the caller may: the write verbs are named although RBAC and this server
 * refuse them, because that is what clients meet.
 */
export function verbsOf(api: ApiResource): string[] {
  return api.builtIn
    ? [
        'create',
        'delete',
        'deletecollection',
        'get',
        'list',
        'patch',
        'update',
        'watch',
      ]
    : [
        'delete',
        'deletecollection',
        'get',
        'list',
        'patch',
        'create',
        'update',
        'watch',
      ];
}

export const SUBRESOURCE_VERBS = ['get', 'patch', 'update'];

const WITHOUT_STATUS = new Set([
  'configmaps',
  'endpoints',
  'endpointslices',
  'events',
  'ingressclasses',
  'leases',
  'networkpolicies',
  'secrets',
  'serviceaccounts',
]);

export function hasStatus({ resource }: ApiResource): boolean {
  return !WITHOUT_STATUS.has(resource);
}
