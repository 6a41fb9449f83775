import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { serviceResourceRef } from './serviceResource';

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Allow Services of catalog entities that one of the claims owns, as the claims of a signed-in user name them',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('References of users and groups, such as group:default/shop'),
  }),
  apply: ({ owners }, { claims }) =>
    owners.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ field: 'owner', values: claims }),
});

const isInCluster = createPermissionRule({
  name: 'IS_IN_CLUSTER',
  description: 'Allow Services of some clusters',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    clusters: z.array(z.string()).describe('Names of clusters'),
  }),
  apply: ({ cluster }, { clusters }) => clusters.includes(cluster),
  toQuery: ({ clusters }) => ({ field: 'cluster', values: clusters }),
});

const isInNamespace = createPermissionRule({
  name: 'IS_IN_NAMESPACE',
  description: 'Allow Services of some namespaces, in whatever cluster',
  resourceRef: serviceResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: ({ namespace }, { namespaces }) => namespaces.includes(namespace),
  toQuery: ({ namespaces }) => ({ field: 'namespace', values: namespaces }),
});

const hasEntity = createPermissionRule({
  name: 'HAS_ENTITY',
  description: 'Allow Services that a catalog entity claims',
  resourceRef: serviceResourceRef,
  apply: ({ entities }) => entities.length > 0,
  toQuery: () => ({ field: 'entity' as const }),
});

/** The rules a permission policy can make conditions of. */
export const serviceRules = {
  isOwner,
  isInCluster,
  isInNamespace,
  hasEntity,
};
