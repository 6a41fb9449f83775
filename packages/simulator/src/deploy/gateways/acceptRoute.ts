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
  const missing = missingBackend(route, context);
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
        holds: missing === undefined,
        reason: missing === undefined ? 'ResolvedRefs' : 'BackendNotFound',
        message: missing && `backend ${missing} not found`,
        time,
      }),
    ],
  };
}

function missingBackend(
  route: StoredObject,
  context: DeployContext,
): string | undefined {
  const own = route.metadata.namespace ?? 'default';
  return listOf(specOf(route).rules)
    .flatMap(rule => listOf(rule.backendRefs))
    .filter(({ kind = 'Service' }) => kind === 'Service')
    .map(({ namespace = own, name }) => `${namespace}/${name}`)
    .find(place => {
      const [namespace, name] = place.split('/');
      return !context.find('Service', name, namespace);
    });
}
