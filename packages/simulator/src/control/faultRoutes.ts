import { AZURE_TARGETS, Fault, parseFault } from '../faults';
import { ControlContext, ControlError, ControlRequest } from './ControlContext';
import { parseBody } from './parseBody';

/** `GET /faults` */
export function listFaults({ faults }: ControlContext) {
  return { faults: faults.list() };
}

/** `PUT /faults/{id}` */
export async function putFault(
  context: ControlContext,
  request: ControlRequest,
) {
  const fault = parseFault({
    value: {
      ...(parseBody(request.body) as object),
      id: request.parameters.get('id'),
    },
    targets: faultTargets(context.estate),
  });
  context.faults.add(fault);
  endWatches(context, fault);
  await context.applyHangs();
  return fault;
}

/** A fault that only new requests met would leave those alone that follow a cluster for hours. */
function endWatches({ servers }: ControlContext, fault: Fault): void {
  const { target, resource, verb = 'watch' } = fault;
  if (verb !== 'watch') {
    return;
  }
  for (const [name, server] of servers) {
    if (target === '*' || target === name) {
      server.disturbWatches('end', resource);
    }
  }
}

/** `DELETE /faults/{id}` */
export async function deleteFault(
  { faults, applyHangs }: ControlContext,
  { parameters }: ControlRequest,
) {
  const id = parameters.get('id') ?? '';
  if (!faults.remove(id)) {
    throw new ControlError(404, `There is no fault '${id}'`);
  }
  await applyHangs();
  return { deleted: id };
}

/** `DELETE /faults` */
export async function clearFaults({ faults, applyHangs }: ControlContext) {
  faults.clear();
  await applyHangs();
  return { faults: [] };
}

/** Names that a fault's target may have. */
export function faultTargets({
  clusters,
}: Pick<ControlContext['estate'], 'clusters'>): string[] {
  return [...AZURE_TARGETS, ...clusters.map(({ name }) => name)];
}
