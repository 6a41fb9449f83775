import { KubernetesObject } from '../../model/observation';
import { addressKey } from '../../azure/addressKey';
import { objectEvidence } from '../../objects/evidence';
import { field, listField } from '../../objects/field';
import { referenceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { addressScope } from '../../exposure/addressScope';
import { nodeReach } from '../../exposure/nodeReach';
import { observedAddresses } from '../../exposure/observedAddresses';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { SystemDefinition } from '../../systems/SystemDefinition';
import { systemDefinitions } from '../../systems/systemDefinitions';
import { ResolveInput } from '../ResolveInput';

/** From where an Ingress can be reached: through the Services in front of its controller, or as its system knows. */
export function ingressReach(
  input: ResolveInput,
  ingress: KubernetesObject,
  owner: IngressOwner,
): Reach {
  const own = definitionOf(owner)?.ingressReach;
  return own
    ? own({ context: input.context, ingress })
    : inClusterReach(input, ingress, owner);
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
  input: ResolveInput,
  ingress: KubernetesObject,
  { controller, frontServices }: IngressOwner,
): Reach {
  const { context } = input;
  const addresses = serviceAddresses(ingress);
  const fronts =
    frontServices.length > 0
      ? frontServices
      : addresses.flatMap(address => [...context.services.atAddress(address)]);
  const throughServices = [...new Set(fronts)].map(service =>
    input.reachOf(service),
  );
  const known = new Set(
    throughServices.flatMap(reach => reach.addresses.map(addressKey)),
  );
  const others = observedAddresses({
    context,
    object: ingress,
    field: 'status.loadBalancer.ingress[]',
    addresses: addresses.filter(address => !known.has(addressKey(address))),
  }).map(({ address, exposure, evidence }) => ({
    ...plainReach(exposure, evidence),
    addresses: [address],
  }));
  const host = hostReach(input, controller);
  const reaches = [...throughServices, ...others, ...(host ? [host] : [])];
  const declared = controller?.definition.declaredReach?.(context, controller);
  if (reaches.length === 0) {
    return declared && context.index.origin === 'files'
      ? declared
      : unpublishedReach(input, ingress, controller);
  }
  const actual = combineReach(reaches);
  return declared
    ? againstDeclaration({ ingress, controller, declared, actual })
    : actual;
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

/** A controller that takes ports of its nodes is reached at the nodes. */
export function hostReach(
  { context }: Pick<ResolveInput, 'context'>,
  controller: ControllerInstance | undefined,
): Reach | undefined {
  const workload = controller?.workload;
  const onHost =
    field(workload?.podSpec, 'hostNetwork') === true ||
    listField(workload?.podSpec, 'containers').some(container =>
      listField(container, 'ports').some(
        port => field(port, 'hostPort') !== undefined,
      ),
    );
  if (!workload || !onHost) {
    return undefined;
  }
  return combineReach([
    plainReach('node-port', [
      objectEvidence({
        object: workload.reference,
        field: 'spec.template.spec.hostNetwork',
        value: field(workload.podSpec, 'hostNetwork'),
        meaning: 'The controller listens on ports of the nodes it runs on.',
      }),
    ]),
    nodeReach(context),
  ]);
}

/** Neither a Service nor an address: a running controller may still get one, anything else is not known. */
function unpublishedReach(
  { context }: ResolveInput,
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
