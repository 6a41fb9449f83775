import { KubernetesObject } from '../../model/observation';
import { ResolveContext } from '../../model/resolveContext';
import { addressKey } from '../../azure/addressKey';
import { objectEvidence } from '../../objects/evidence';
import { referenceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { addressScope } from '../../exposure/addressScope';
import { observedAddresses } from '../../exposure/observedAddresses';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { SystemDefinition } from '../../systems/SystemDefinition';
import { systemDefinitions } from '../../systems/systemDefinitions';
import { ResolveInput } from '../ResolveInput';
import { ControllerFront, ControllerFronts } from './ControllerFronts';

/** Says from where an Ingress can be reached through one of its owners. */
export type IngressReachOf = (
  ingress: KubernetesObject,
  owner: IngressOwner,
) => Reach;

/** From where Ingresses can be reached: through the Services in front of their controller, or as its system knows. */
export function ingressReachIn(input: ResolveInput): IngressReachOf {
  const fronts = new ControllerFronts(input);
  return (ingress, owner) => {
    const own = definitionOf(owner)?.ingressReach;
    return own
      ? own({ context: input.context, ingress })
      : inClusterReach(input.context, fronts, ingress, owner);
  };
}

/** What is known about the system of an owner, of which the controller itself may not have been seen. */
export function definitionOf({
  controller,
  system,
}: IngressOwner): SystemDefinition | undefined {
  return (
    controller?.definition ??
    systemDefinitions.find(
      definition => definition.system === system && system !== 'other',
    )
  );
}

function inClusterReach(
  context: ResolveContext,
  fronts: ControllerFronts,
  ingress: KubernetesObject,
  owner: IngressOwner,
): Reach {
  const { controller } = owner;
  const addresses = serviceAddresses(ingress);
  const front = fronts.of(owner, addresses);
  const { declared } = front;
  const actual = withOwnAddresses(context, ingress, front, addresses);
  if (actual === undefined) {
    return declared && context.index.origin === 'files'
      ? declared
      : unpublishedReach(context, ingress, controller);
  }
  return declared
    ? againstDeclaration({ ingress, controller, declared, actual })
    : actual;
}

/** The front of a controller together with addresses of the Ingress that no Service there explains. */
function withOwnAddresses(
  context: ResolveContext,
  ingress: KubernetesObject,
  front: ControllerFront,
  addresses: readonly string[],
): Reach | undefined {
  const unexplained = addresses.filter(
    address => !front.addresses.has(addressKey(address)),
  );
  if (unexplained.length === 0) {
    return front.whole;
  }
  const others = observedAddresses({
    context,
    object: ingress,
    field: 'status.loadBalancer.ingress[]',
    addresses: unexplained,
  }).map(({ address, exposure, evidence }) => ({
    ...plainReach(exposure, evidence),
    addresses: [address],
  }));
  return combineReach([
    ...front.throughServices,
    ...others,
    ...(front.host ? [front.host] : []),
  ]);
}

/** A controller that is meant to be internal and has a public address is not what was asked for. */
function againstDeclaration(options: {
  ingress: KubernetesObject;
  controller: ControllerInstance | undefined;
  declared: Reach;
  actual: Reach;
}): Reach {
  const { ingress, controller, declared, actual } = options;
  const evidence = [...declared.evidence, ...actual.evidence];
  const isPublic =
    actual.capabilities.applicationGatewayInFront === undefined &&
    actual.capabilities.firewallInFront === undefined &&
    actual.addresses.some(address => addressScope(address) === 'public');
  const differs =
    (declared.exposure === 'internal' && isPublic) ||
    (declared.exposure === 'public' && actual.exposure === 'internal');
  return {
    ...actual,
    evidence,
    contradictions: differs
      ? [
          ...actual.contradictions,
          {
            kind: 'exposure-mismatch',
            subject: referenceOf(ingress),
            message: `${controller?.definition.title} ${controller?.name} is to be ${declared.exposure}, but its address is ${actual.exposure}.`,
            evidence,
          },
        ]
      : actual.contradictions,
  };
}

/** Neither a Service nor an address: a running controller may still get one, anything else is not known. */
function unpublishedReach(
  context: ResolveContext,
  ingress: KubernetesObject,
  controller: ControllerInstance | undefined,
): Reach {
  const pending =
    context.index.origin === 'api' && controller?.workload !== undefined;
  return plainReach(pending ? 'pending' : 'unknown', [
    objectEvidence({
      object: ingress,
      field: 'status.loadBalancer.ingress[]',
      value: undefined,
      meaning: pending
        ? 'No address has been published yet, and no Service in front of the controller was found.'
        : 'Neither an address nor a Service in front of the controller is known.',
    }),
  ]);
}
