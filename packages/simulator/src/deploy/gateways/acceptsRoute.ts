import {
  Fields,
  fieldsOf,
  isSelected,
  labelsOf,
  listOf,
  specOf,
} from '../../estate/materialise/fields';
import { StoredObject } from '../../estate/types';
import { DeployContext } from '../DeployContext';

/** Why a Gateway does not take a route, in the reasons of the Gateway API; `Accepted` when it does. */
export type Acceptance =
  | 'Accepted'
  | 'NoMatchingParent'
  | 'NotAllowedByListeners'
  | 'NoMatchingListenerHostname';

/** Whether one of the listeners that a parent reference names takes a route. */
export function acceptsRoute(options: {
  gateway: StoredObject;
  route: StoredObject;
  parent: Fields;
  context: DeployContext;
}): Acceptance {
  const { gateway, route, parent, context } = options;
  const named = listOf(specOf(gateway).listeners).filter(
    listener =>
      (parent.sectionName === undefined ||
        parent.sectionName === listener.name) &&
      (parent.port === undefined || parent.port === listener.port),
  );
  if (named.length === 0) {
    return 'NoMatchingParent';
  }
  const allowed = named.filter(listener =>
    allowsNamespace({ listener, gateway, route, context }),
  );
  if (allowed.length === 0) {
    return 'NotAllowedByListeners';
  }
  return allowed.some(listener => sharesHostname(listener, route))
    ? 'Accepted'
    : 'NoMatchingListenerHostname';
}

function allowsNamespace(options: {
  listener: Fields;
  gateway: StoredObject;
  route: StoredObject;
  context: DeployContext;
}): boolean {
  const { listener, gateway, route, context } = options;
  const { from = 'Same', selector } = fieldsOf(
    fieldsOf(listener.allowedRoutes).namespaces,
  );
  const namespace = route.metadata.namespace ?? 'default';
  switch (from) {
    case 'All':
      return true;
    case 'Selector':
      return isSelected(
        context.find('Namespace', namespace)?.metadata.labels ?? {},
        labelsOf(fieldsOf(selector).matchLabels),
      );
    default:
      return namespace === (gateway.metadata.namespace ?? 'default');
  }
}

function sharesHostname(listener: Fields, route: StoredObject): boolean {
  const hostnames = specOf(route).hostnames as unknown[] | undefined;
  return (
    listener.hostname === undefined ||
    !hostnames?.length ||
    hostnames.some(hostname =>
      matches(String(listener.hostname), String(hostname)),
    )
  );
}

/** A wildcard stands for one or more labels, on either side. */
function matches(left: string, right: string): boolean {
  return (
    left === right ||
    (left.startsWith('*.') && right.endsWith(left.slice(1))) ||
    (right.startsWith('*.') && left.endsWith(right.slice(1)))
  );
}
