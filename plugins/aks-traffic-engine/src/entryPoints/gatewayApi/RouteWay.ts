import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { namespaceOf } from '../../objects/metadata';
import { ResolveInput } from '../ResolveInput';
import { GatewayView, GatewayViews } from './GatewayView';
import { ListenerMatch, matchingListeners } from './matchingListeners';
import { ParentReference } from './ParentReference';
import { Attachment, routeAttachment } from './routeAttachment';
import { RouteBackend } from './routeBackends';

/** One way a route goes: through one Gateway, by all the parts of it that the route names. */
export interface RouteWay {
  view?: GatewayView;
  parent: ParentReference;
  matches: ListenerMatch[];
  attachment: Attachment;
}

/** The ways a route goes, one for each Gateway it names. */
export function routeWays(options: {
  input: ResolveInput;
  views: GatewayViews;
  route: KubernetesObject;
  parents: readonly ParentReference[];
  backends: readonly RouteBackend[];
}): RouteWay[] {
  const { views, parents } = options;
  const byGateway = new Map<string, RouteWay>();
  for (const parent of parents) {
    const view = views.find(parent);
    const key = view
      ? `${namespaceOf(view.gateway)}/${view.gateway.metadata.name}`
      : `${parent.kind}:${parent.namespace}/${parent.name}`;
    const way = view
      ? seenWay(options, parent, view)
      : unseenWay(options, parent);
    const known = byGateway.get(key);
    byGateway.set(key, known ? mergeWays(known, way) : way);
  }
  return [...byGateway.values()];
}

function seenWay(
  options: {
    input: ResolveInput;
    route: KubernetesObject;
    backends: readonly RouteBackend[];
  },
  reference: ParentReference,
  view: GatewayView,
): RouteWay {
  const { input, route, backends } = options;
  const { index } = input.context;
  const matches = matchingListeners({ index, route, reference, view });
  return {
    view,
    parent: reference,
    matches,
    attachment:
      index.origin === 'files'
        ? declaredAttachment(route, reference, matches)
        : routeAttachment({
            route,
            reference,
            view,
            severalBackends: backends.length > 1,
          }),
  };
}

/** Files have no status: a route that fits no listener cannot attach, any other one may. */
function declaredAttachment(
  route: KubernetesObject,
  reference: ParentReference,
  matches: readonly ListenerMatch[],
): Attachment {
  const evidence = [
    objectEvidence({
      object: route,
      field: 'spec.parentRefs[]',
      value: `${reference.namespace}/${reference.name}`,
      meaning:
        'The route asks for this Gateway; manifests do not say whether it was accepted.',
    }),
  ];
  return matches.length > 0
    ? { attached: 'unknown', evidence }
    : {
        attached: false,
        reason: `no listener of ${reference.kind} ${reference.namespace}/${reference.name} fits the route by name, port, kind, host name and namespace`,
        evidence,
      };
}

function unseenWay(
  { input, route }: { input: ResolveInput; route: KubernetesObject },
  parent: ParentReference,
): RouteWay {
  const { index } = input.context;
  const kind =
    parent.kind === 'ListenerSet' ? kinds.listenerSet : kinds.gateway;
  const missing =
    index.provesAbsence(kind) && index.provesAbsence(kinds.gateway);
  const evidence = [
    objectEvidence({
      object: route,
      field: 'spec.parentRefs[]',
      value: `${parent.namespace}/${parent.name}`,
      meaning: missing
        ? `${parent.kind} ${parent.namespace}/${parent.name} does not exist.`
        : `${parent.kind} ${parent.namespace}/${parent.name} was not read.`,
    }),
  ];
  return {
    parent,
    matches: [],
    attachment: missing
      ? {
          attached: false,
          reason: `${parent.kind} ${parent.namespace}/${parent.name} does not exist`,
          evidence,
        }
      : { attached: 'unknown', evidence },
  };
}

function mergeWays(left: RouteWay, right: RouteWay): RouteWay {
  const attached = eitherAttached(left.attachment, right.attachment);
  const reasons = [left.attachment.reason, right.attachment.reason].filter(
    reason => reason !== undefined,
  );
  return {
    ...left,
    matches: [...left.matches, ...right.matches],
    attachment: {
      attached,
      reason: attached === false ? reasons.join('; ') : undefined,
      controllerName:
        left.attachment.controllerName ?? right.attachment.controllerName,
      evidence: [...left.attachment.evidence, ...right.attachment.evidence],
    },
  };
}

function eitherAttached(
  left: Attachment,
  right: Attachment,
): Attachment['attached'] {
  if (left.attached === true || right.attached === true) {
    return true;
  }
  return left.attached === 'unknown' || right.attached === 'unknown'
    ? 'unknown'
    : false;
}
