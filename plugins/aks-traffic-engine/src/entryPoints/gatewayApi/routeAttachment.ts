import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import {
  Condition,
  conditionText,
  findCondition,
} from '../../objects/conditions';
import { objectEvidence } from '../../objects/evidence';
import { field, listField, textField } from '../../objects/field';
import { GatewayView } from './GatewayView';
import {
  ParentReference,
  parentReferenceOf,
  sameParent,
} from './ParentReference';

/** Whether a route counts at one of its parents, and why not. */
export interface Attachment {
  attached: boolean | 'unknown';
  /** Present when it is not attached. */
  reason?: string;
  /** The controller that reported, by its own name. */
  controllerName?: string;
  evidence: Evidence[];
}

/**
 * Whether the status says that a route is attached: Accepted and ResolvedRefs at the route, Programmed at the
 * Gateway. A report about an older generation of the route says nothing about this one.
 */
export function routeAttachment(options: {
  route: KubernetesObject;
  reference: ParentReference;
  view: GatewayView;
  /** Whether all backends of the route but some are there, so that ResolvedRefs may be about the others. */
  severalBackends: boolean;
}): Attachment {
  const { route, reference, view, severalBackends } = options;
  const entry = listField(route, 'status.parents').find(candidate => {
    const parent = parentReferenceOf(route, field(candidate, 'parentRef'));
    return parent !== undefined && sameParent(parent, reference);
  });
  if (entry === undefined) {
    return {
      attached: false,
      reason: `no controller has reported on the route for ${reference.kind} ${reference.namespace}/${reference.name}`,
      evidence: [
        objectEvidence({
          object: route,
          field: 'status.parents[]',
          value: undefined,
          meaning: 'No controller has taken up the route.',
        }),
      ],
    };
  }
  const accepted = findCondition(entry, 'Accepted');
  const resolved = findCondition(entry, 'ResolvedRefs');
  const programmed = findCondition(field(view.gateway, 'status'), 'Programmed');
  const common = {
    controllerName: textField(entry, 'controllerName'),
    evidence: [
      ...conditionEvidence(
        route,
        'status.parents[].conditions',
        accepted,
        'Accepted',
      ),
      ...conditionEvidence(
        route,
        'status.parents[].conditions',
        resolved,
        'ResolvedRefs',
      ),
      ...conditionEvidence(
        view.gateway,
        'status.conditions',
        programmed,
        'Programmed',
      ),
    ],
  };
  if (accepted?.status !== 'True') {
    return refused(
      common,
      `${reference.kind} ${reference.namespace}/${reference.name} has not accepted the route`,
      accepted,
    );
  }
  if (programmed?.status === 'False') {
    return refused(
      common,
      `Gateway ${view.gateway.metadata.name} is not programmed`,
      programmed,
    );
  }
  if (resolved?.status === 'False' && !severalBackends) {
    return refused(
      common,
      'a reference of the route does not resolve',
      resolved,
    );
  }
  const certain =
    programmed?.status === 'True' &&
    resolved?.status === 'True' &&
    !isOlder(route, accepted);
  return { ...common, attached: certain ? true : 'unknown' };
}

function refused(
  common: Pick<Attachment, 'controllerName' | 'evidence'>,
  what: string,
  condition: Condition | undefined,
): Attachment {
  const why = [condition?.reason, condition?.message]
    .filter(text => text !== undefined)
    .join(': ');
  return {
    ...common,
    attached: false,
    reason: why === '' ? what : `${what} (${why})`,
  };
}

function isOlder(route: KubernetesObject, condition: Condition): boolean {
  const { generation } = route.metadata;
  return (
    typeof generation === 'number' &&
    condition.observedGeneration !== undefined &&
    condition.observedGeneration < generation
  );
}

function conditionEvidence(
  object: KubernetesObject,
  at: string,
  condition: Condition | undefined,
  type: string,
): Evidence[] {
  return [
    objectEvidence({
      object,
      field: `${at}[type=${type}]`,
      value: condition && conditionText(condition),
      meaning:
        condition?.status === 'True'
          ? `The controller reports ${type}.`
          : `The controller does not report ${type}.`,
    }),
  ];
}
