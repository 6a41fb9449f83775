import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { textField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { Reach } from '../../exposure/Reach';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { gatewayReach } from './gatewayReach';
import { gatewayServices } from './gatewayServices';
import { Listener, listenersOf } from './Listener';
import {
  GatewayImplementation,
  resolveGatewayClass,
} from './resolveGatewayClass';

/** A Gateway with what implements it and from where it can be reached. */
export interface GatewayView {
  gateway: KubernetesObject;
  implementation: GatewayImplementation;
  reach: Reach;
  /** The object that routes name: the Gateway itself or a ListenerSet. */
  parent: KubernetesObject;
  listeners: Listener[];
}

/** The Gateways of a cluster, and the ListenerSets that add listeners to them. */
export interface GatewayViews {
  all: readonly GatewayView[];
  /** Gateways by GatewayClass name. */
  implementationOf(className: string | undefined): GatewayImplementation;
  find(parent: {
    kind: string;
    namespace: string;
    name: string;
  }): GatewayView | undefined;
}

/** Builds the views of all Gateways of a cluster. */
export function buildGatewayViews(options: {
  context: ResolveContext;
  controllers: readonly ControllerInstance[];
  reachOf: (service: KubernetesObject) => Reach;
}): GatewayViews {
  const { context, controllers, reachOf } = options;
  const services = gatewayServices(context.index);
  const implementations = new Map<string, GatewayImplementation>();
  const implementationOf = (className: string | undefined) => {
    const known = implementations.get(className ?? '');
    const found =
      known ?? resolveGatewayClass({ context, controllers, className });
    implementations.set(className ?? '', found);
    return found;
  };
  const views = new Map<string, GatewayView>();
  for (const gateway of context.index.list(kinds.gateway)) {
    const implementation = implementationOf(
      textField(gateway, 'spec.gatewayClassName'),
    );
    views.set(
      parentKey('Gateway', namespaceOf(gateway), gateway.metadata.name),
      {
        gateway,
        implementation,
        reach: gatewayReach({
          context,
          gateway,
          implementation,
          services:
            services.get(`${namespaceOf(gateway)}/${gateway.metadata.name}`) ??
            [],
          reachOf,
        }),
        parent: gateway,
        listeners: listenersOf(gateway),
      },
    );
  }
  const all = [...views.values()];
  for (const set of context.index.list(kinds.listenerSet)) {
    const view = views.get(
      parentKey(
        'Gateway',
        textField(set, 'spec.parentRef.namespace') ?? namespaceOf(set),
        textField(set, 'spec.parentRef.name') ?? '',
      ),
    );
    if (view) {
      views.set(parentKey('ListenerSet', namespaceOf(set), set.metadata.name), {
        ...view,
        parent: set,
        listeners: listenersOf(set),
      });
    }
  }
  return {
    all,
    implementationOf,
    find: ({ kind, namespace, name }) =>
      views.get(parentKey(kind, namespace, name)),
  };
}

function parentKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
