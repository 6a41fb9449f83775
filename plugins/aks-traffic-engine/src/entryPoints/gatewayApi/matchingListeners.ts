import { KubernetesObject } from '../../model/observation';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { textListField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { matchesSelector } from '../../objects/labelSelector';
import { labelsOf, namespaceOf } from '../../objects/metadata';
import { GatewayView } from './GatewayView';
import { intersectHostnames } from './hostnames';
import { Listener, takesKind } from './Listener';
import { ParentReference } from './ParentReference';

/** A listener a route fits, and the host names both agree on. */
export interface ListenerMatch {
  listener: Listener;
  hosts: string[];
}

/** The listeners of a parent that a route fits by section, port, kind, host name and namespace. */
export function matchingListeners(options: {
  index: ClusterIndex;
  route: KubernetesObject;
  reference: ParentReference;
  view: GatewayView;
}): ListenerMatch[] {
  const { index, route, reference, view } = options;
  return view.listeners.flatMap(listener => {
    const fits =
      (reference.sectionName === undefined ||
        reference.sectionName === listener.name) &&
      (reference.port === undefined || reference.port === listener.port) &&
      takesKind(listener, route.kind) &&
      admitsNamespace({ index, listener, route, parent: view.parent });
    if (!fits) {
      return [];
    }
    const hosts = intersectHostnames(
      textListField(route, 'spec.hostnames'),
      listener.hostname === undefined ? [] : [listener.hostname],
    );
    return hosts.length > 0 ? { listener, hosts } : [];
  });
}

function admitsNamespace(options: {
  index: ClusterIndex;
  listener: Listener;
  route: KubernetesObject;
  parent: KubernetesObject;
}): boolean {
  const { index, listener, route, parent } = options;
  const namespace = namespaceOf(route);
  switch (listener.from) {
    case 'All':
      return true;
    case 'Same':
      return namespace === namespaceOf(parent);
    case 'Selector': {
      const object = index.get(kinds.namespace, namespace);
      // Labels of a namespace that was not read may be anything.
      return object === undefined
        ? !index.provesAbsence(kinds.namespace)
        : matchesSelector(
            listener.namespaceSelector,
            new Map([
              ['kubernetes.io/metadata.name', namespace],
              ...labelsOf(object),
            ]),
          );
    }
    default:
      return false;
  }
}
