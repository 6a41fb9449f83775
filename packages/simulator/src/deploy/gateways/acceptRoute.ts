import { Fields, listOf, specOf } from '../../estate/materialise/fields';
import { StoredObject } from '../../estate/types';
import { DeployContext } from '../DeployContext';
import { acceptsRoute } from './acceptsRoute';
import { condition } from './condition';
import { gatewayImplementation } from './gatewayImplementation';

const routeKinds = [
  'HTTPRoute',
  'GRPCRoute',
  'TLSRoute',
  'TCPRoute',
  'UDPRoute',
];

export function isRoute({ kind }: StoredObject): boolean {
  return routeKinds.includes(kind);
}

/** Writes into a route what the controllers of its Gateways say of it; nothing for Gateways that nobody serves. */
export function acceptRoute(
  route: StoredObject,
  context: DeployContext,
): StoredObject {
  if (!isRoute(route) || route.status !== undefined) {
    return route;
  }
  const parents = listOf(specOf(route).parentRefs).flatMap(
    parent => parentStatus(route, parent, context) ?? [],
  );
  return parents.length === 0 ? route : { ...route, status: { parents } };
}

function parentStatus(
  route: StoredObject,
  parent: Fields,
  context: DeployContext,
): Fields | undefined {
  const gateway = context.find(
    'Gateway',
    String(parent.name),
    String(parent.namespace ?? route.metadata.namespace ?? 'default'),
  );
  const implementation = gateway && gatewayImplementation(gateway, context);
  if (!gateway || !implementation) {
    return undefined;
  }
  const { time } = context;
  const acceptance = acceptsRoute({ gateway, route, parent, context });
  const problem = backendProblem(route, context);
  return {
    parentRef: {
      group: 'gateway.networking.k8s.io',
      kind: 'Gateway',
      ...parent,
    },
    controllerName: implementation.controllerName,
    conditions: [
      condition({
        type: 'Accepted',
        holds: acceptance === 'Accepted',
        reason: acceptance,
        time,
      }),
      condition({
        type: 'ResolvedRefs',
        holds: problem === undefined,
        reason: problem?.reason ?? 'ResolvedRefs',
        message: problem?.message,
        time,
      }),
    ],
  };
}

/** What keeps a route from its backends: a Service that does not exist, or one of a namespace that does not permit it. */
function backendProblem(
  route: StoredObject,
  context: DeployContext,
): { reason: string; message: string } | undefined {
  const own = route.metadata.namespace ?? 'default';
  const backends = listOf(specOf(route).rules)
    .flatMap(rule => listOf(rule.backendRefs))
    .filter(({ kind = 'Service' }) => kind === 'Service')
    .map(({ namespace = own, name }) => ({
      namespace: String(namespace),
      name: String(name),
    }));
  for (const { namespace, name } of backends) {
    if (namespace !== own && !isGranted({ route, namespace, name, context })) {
      return {
        reason: 'RefNotPermitted',
        message: `backendRef ${namespace}/${name} not accessible to a ${route.kind} in namespace ${own}`,
      };
    }
    if (!context.find('Service', name, namespace)) {
      return {
        reason: 'BackendNotFound',
        message: `backend ${namespace}/${name} not found`,
      };
    }
  }
  return undefined;
}

function isGranted(options: {
  route: StoredObject;
  namespace: string;
  name: string;
  context: DeployContext;
}): boolean {
  const { route, namespace, name, context } = options;
  return context
    .all('ReferenceGrant')
    .filter(grant => grant.metadata.namespace === namespace)
    .some(
      grant =>
        listOf(specOf(grant).from).some(
          from =>
            from.kind === route.kind &&
            from.namespace === (route.metadata.namespace ?? 'default'),
        ) &&
        listOf(specOf(grant).to).some(
          to =>
            to.kind === 'Service' &&
            (to.name === undefined || to.name === name),
        ),
    );
}
