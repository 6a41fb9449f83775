import { Workload } from '../../model/draft';
import { ResolveContext } from '../../model/resolveContext';
import { objectEvidence } from '../../objects/evidence';
import { listField, textField, textMapField } from '../../objects/field';
import { kinds } from '../../objects/kinds';
import { referenceKey } from '../../objects/metadata';
import { ControllerInstance } from '../ControllerInstance';
import { parseImageReference, versionOfTag } from '../imageReference';
import { istio } from './istio';

/** The gateway workloads that classic Istio Gateways select, in whatever namespace. */
export function classicGatewayControllers(
  context: ResolveContext,
): ControllerInstance[] {
  const found = new Map<string, ControllerInstance>();
  for (const gateway of context.index.list(kinds.istioGateway)) {
    const selector = textMapField(gateway, 'spec.selector');
    for (const workload of context.workloads.selected(selector)) {
      const key = referenceKey(workload.reference);
      const evidence = objectEvidence({
        object: gateway,
        field: 'spec.selector',
        value: [...selector].map(pair => pair.join('=')).join(', '),
        meaning: `The Gateway is carried by the pods of ${workload.reference.kind} ${workload.namespace}/${workload.reference.name}.`,
      });
      const known = found.get(key);
      if (known) {
        known.evidence.push(evidence);
      } else {
        found.set(key, {
          ...gatewayInstance(context, workload),
          evidence: [evidence],
        });
      }
    }
  }
  return [...found.values()];
}

function gatewayInstance(
  context: ResolveContext,
  workload: Workload,
): ControllerInstance {
  const image = listField(workload.podSpec, 'containers')
    .map(container => textField(container, 'image'))
    .find(text => text !== undefined);
  return {
    definition: istio,
    role: 'classic-gateway',
    name: workload.reference.name,
    namespace: workload.namespace,
    workload,
    image,
    version: versionOfTag(parseImageReference(image ?? '').tag),
    serving: [],
    frontServices: context.services.selecting(workload),
    confidence:
      context.index.origin === 'files' || !context.workloads.readWhole
        ? 'inferred'
        : 'proven',
    evidence: [],
  };
}
