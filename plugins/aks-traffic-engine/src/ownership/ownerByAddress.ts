import { textField } from '../objects/field';
import { objectEvidence } from '../objects/evidence';
import { namespaceOf } from '../objects/metadata';
import { serviceAddresses } from '../objects/serviceAddresses';
import { ControllerInstance } from '../systems/ControllerInstance';
import { systemOfIngressController } from '../systems/systemDefinitions';
import { classEvidence } from './classEvidence';
import { IngressOwner } from './IngressOwnership';
import { Claimant, OwnershipInput } from './OwnershipInput';

/**
 * The owner that the Ingress's own status gives away: somebody wrote the address of a Service of this cluster into it.
 * Controllers that are known and ignore the Ingress do not count, for the status may be left over from their time;
 * a Service in front of pods that were not recognised does, for that is how an unknown controller looks. Where the
 * class was not read, it may name any controller.
 */
export function ownerByAddress(
  input: OwnershipInput,
  possible: readonly Claimant[],
): IngressOwner | undefined {
  const { context, ingress, question, fronts } = input;
  for (const address of serviceAddresses(ingress)) {
    for (const service of context.services.atAddress(address)) {
      const behind = fronts.get(service) ?? [];
      const likely =
        possible.find(({ controller }) => behind.includes(controller)) ??
        ofUnreadClass(input, behind);
      if (!likely && behind.length > 0) {
        continue;
      }
      const value =
        question.classObject &&
        textField(question.classObject, 'spec.controller');
      return {
        system:
          likely?.controller.definition.system ??
          systemOfIngressController(value ?? '')?.system ??
          'other',
        controller: likely?.controller,
        frontServices: [service],
        annotationReading: likely?.serving.annotationReading,
        served: 'unknown',
        confidence: 'inferred',
        evidence: [
          ...classEvidence(ingress, question),
          objectEvidence({
            object: ingress,
            field: 'status.loadBalancer.ingress[]',
            value: address,
            meaning: `This is the address of Service ${
              service.metadata.namespace ?? 'default'
            }/${
              service.metadata.name
            }, so what runs behind that Service probably serves the Ingress.`,
          }),
          ...(likely?.controller.evidence ?? []),
        ],
      };
    }
  }
  return undefined;
}

/** The one controller behind an address that takes classes of any name, for an Ingress whose class was not read. */
function ofUnreadClass(
  { ingress, question }: OwnershipInput,
  behind: readonly ControllerInstance[],
): Pick<Claimant, 'controller' | 'serving'> | undefined {
  const { annotation, classMissing, classObject, field } = question;
  if (
    field === undefined ||
    annotation !== undefined ||
    classObject ||
    classMissing ||
    behind.length !== 1
  ) {
    return undefined;
  }
  const [controller] = behind;
  const serving = controller.serving.find(
    ({ controllerValues, namespaces, onlyClasses }) =>
      controllerValues.length > 0 &&
      onlyClasses === undefined &&
      namespaces?.includes(namespaceOf(ingress)) !== false,
  );
  return serving && { controller, serving };
}
