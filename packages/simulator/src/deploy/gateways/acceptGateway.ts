import {
  Fields,
  fieldsOf,
  listOf,
  specOf,
} from '../../estate/materialise/fields';
import { StoredObject } from '../../estate/types';
import { addressFor, frontendNameFor, isInternal } from '../addresses';
import { DeployContext } from '../DeployContext';
import { isRoute } from './acceptRoute';
import { acceptsRoute } from './acceptsRoute';
import { condition } from './condition';
import { createProxy, proxyName } from './createProxy';
import { gatewayImplementation } from './gatewayImplementation';

/**
 * Serves a Gateway as the controller of its class does: writes its status, and runs a proxy where that is how the class
 * works. A Gateway that states its status itself, or whose class nobody serves, stays as it is.
 */
export function acceptGateway(
  gateway: StoredObject,
  context: DeployContext,
): StoredObject[] {
  const implementation =
    gateway.kind === 'Gateway' && gateway.status === undefined
      ? gatewayImplementation(gateway, context)
      : undefined;
  if (!implementation) {
    return [gateway];
  }
  const { proxySuffix } = implementation;
  const annotations = fieldsOf(
    fieldsOf(specOf(gateway).infrastructure).annotations,
  ) as Record<string, string>;
  if (proxySuffix === undefined) {
    const value = frontendNameFor(context.cluster, gateway);
    return [withStatus(gateway, { type: 'Hostname', value }, context)];
  }
  const proxy = createProxy({
    cluster: context.cluster,
    gateway,
    className: proxySuffix,
    annotations,
  });
  const value = addressFor(
    context.cluster,
    {
      ...gateway,
      metadata: { ...gateway.metadata, name: proxyName(gateway, proxySuffix) },
    },
    isInternal(annotations),
  );
  return [withStatus(gateway, { type: 'IPAddress', value }, context), ...proxy];
}

function withStatus(
  gateway: StoredObject,
  address: { type: string; value: string },
  context: DeployContext,
): StoredObject {
  const { time } = context;
  const holds = (type: string, reason = type) =>
    condition({ type, holds: true, reason, time });
  return {
    ...gateway,
    status: {
      addresses: [address],
      conditions: [holds('Accepted'), holds('Programmed')],
      listeners: listOf(specOf(gateway).listeners).map(listener => ({
        name: listener.name,
        attachedRoutes: attachedRoutes(gateway, listener, context),
        supportedKinds: ['HTTPRoute', 'GRPCRoute'].map(kind => ({
          group: 'gateway.networking.k8s.io',
          kind,
        })),
        conditions: [
          holds('Accepted'),
          holds('Programmed'),
          holds('ResolvedRefs'),
          condition({
            type: 'Conflicted',
            holds: false,
            reason: 'NoConflicts',
            time,
          }),
        ],
      })),
    },
  };
}

function attachedRoutes(
  gateway: StoredObject,
  listener: Fields,
  context: DeployContext,
): number {
  const onlyListener = {
    ...gateway,
    spec: { ...specOf(gateway), listeners: [listener] },
  };
  const { name, namespace = 'default' } = gateway.metadata;
  return ['HTTPRoute', 'GRPCRoute']
    .flatMap(kind => context.all(kind))
    .filter(isRoute)
    .filter(route =>
      listOf(specOf(route).parentRefs).some(
        parent =>
          parent.name === name &&
          (parent.namespace ?? route.metadata.namespace ?? 'default') ===
            namespace &&
          acceptsRoute({ gateway: onlyListener, route, parent, context }) ===
            'Accepted',
      ),
    ).length;
}
