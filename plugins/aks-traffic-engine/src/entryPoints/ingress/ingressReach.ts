import { KubernetesObject } from '../../model/observation';
import { addressKey } from '../../azure/addressKey';
import { objectEvidence } from '../../objects/evidence';
import { field, listField } from '../../objects/field';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { nodeReach } from '../../exposure/nodeReach';
import { observedAddresses } from '../../exposure/observedAddresses';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { IngressOwner } from '../../ownership/IngressOwnership';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { ResolveInput } from '../ResolveInput';

/** From where an Ingress can be reached: through the Services in front of its controller, or as its system knows. */
export function ingressReach(
  input: ResolveInput,
  ingress: KubernetesObject,
  owner: IngressOwner,
): Reach {
  const own = owner.controller?.definition.ingressReach;
  return own
    ? own({ context: input.context, ingress })
    : inClusterReach(input, ingress, owner);
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
  return reaches.length > 0
    ? combineReach(reaches)
    : unpublishedReach(input, ingress, controller);
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
