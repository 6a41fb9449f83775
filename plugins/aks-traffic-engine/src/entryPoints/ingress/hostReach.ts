import { nodeReach } from '../../exposure/nodeReach';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { objectEvidence } from '../../objects/evidence';
import { field, listField } from '../../objects/field';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { ResolveInput } from '../ResolveInput';

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
