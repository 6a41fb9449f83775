import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { textField } from '../objects/field';
import { ControllerInstance } from '../systems/ControllerInstance';
import { SystemDefinition } from '../systems/SystemDefinition';
import { systemOfIngressController } from '../systems/systemDefinitions';
import { classEvidence, defaultClassEvidence } from './classEvidence';
import { hintedSystem } from './hintedSystem';
import { IngressOwner, IngressOwnership } from './IngressOwnership';
import { Claimant, OwnershipInput } from './OwnershipInput';
import { ownerByAddress } from './ownerByAddress';

type Outcome = Pick<IngressOwnership, 'owners' | 'orphan'>;

/**
 * What becomes of an Ingress that no controller certainly claims: an orphan where everything that could serve it is
 * known, and an owner that is inferred or unknown where it is not.
 */
export function resolveUnclaimed(
  input: OwnershipInput,
  possible: readonly Claimant[],
): Outcome {
  const byAddress = ownerByAddress(input, possible);
  if (byAddress) {
    return { owners: [byAddress] };
  }
  if (possible.length > 0) {
    return { owners: [possibleOwner(input, possible)] };
  }
  const { classObject, classMissing, field } = input.question;
  if (classMissing) {
    return orphan(
      input,
      `IngressClass ${field} does not exist, so no controller serves the Ingress`,
    );
  }
  if (classObject) {
    return classOutcome(input, textField(classObject, 'spec.controller') ?? '');
  }
  return input.context.workloads.readWhole && field === undefined
    ? annotationOutcome(input)
    : hintedOutcome(input);
}

/**
 * The one controller that would serve it if its class is what its name suggests. With a controller whose configuration
 * is hidden, the class has to name its system as well; with controllers of several systems, the system stays unknown.
 */
function possibleOwner(
  input: OwnershipInput,
  possible: readonly Claimant[],
): IngressOwner {
  const [{ controller, serving }] = possible;
  const evidence = [
    ...classEvidence(input.ingress, input.question),
    ...possible.flatMap(each => [
      ...each.serving.evidence,
      ...each.controller.evidence,
    ]),
  ];
  const isNamed = possible.every(each => isNamedBy(input, each));
  if (possible.length === 1 && isNamed) {
    return {
      system: controller.definition.system,
      controller,
      frontServices: controller.frontServices,
      annotationReading: serving.annotationReading,
      served: 'unknown',
      confidence: 'inferred',
      evidence,
    };
  }
  const isOneSystem = possible.every(
    each => each.controller.definition === controller.definition,
  );
  return unproven(
    isNamed && isOneSystem ? controller.definition.system : 'unknown',
    evidence,
  );
}

/** Whether it is the class of the Ingress that speaks for a controller. */
function isNamedBy(
  { question }: OwnershipInput,
  { claim, controller }: Claimant,
): boolean {
  if (claim.verdict !== 'may-claim' || claim.because === 'without-class') {
    return false;
  }
  const value =
    question.classObject && textField(question.classObject, 'spec.controller');
  return (
    claim.because === 'class-not-read' ||
    (value !== undefined &&
      systemOfIngressController(value) === controller.definition)
  );
}

/** An IngressClass that exists, and that no known controller serves. */
function classOutcome(input: OwnershipInput, value: string): Outcome {
  const { context, ingress, question, controllers } = input;
  const { readWhole } = context.workloads;
  const definition = systemOfIngressController(value);
  if (definition && readWhole) {
    return orphan(
      input,
      noWorkloadReason(
        definition,
        controllers.filter(each => each.definition === definition),
      ),
      definition,
    );
  }
  const system = definition?.system ?? (readWhole ? 'other' : 'unknown');
  return { owners: [unproven(system, classEvidence(ingress, question))] };
}

/** No class by field, and all workloads known: only a controller without a name here could still serve it. */
function annotationOutcome(input: OwnershipInput): Outcome {
  const { catalogue, vendorAnnotation } = input.question;
  const annotation = input.question.annotation ?? vendorAnnotation?.value;
  if (annotation === undefined) {
    return catalogue.readWhole && !catalogue.hasStrangers
      ? orphan(
          input,
          'it names no class, and no controller of the cluster serves Ingresses without one',
        )
      : hintedOutcome(input);
  }
  const { definition } = hintedSystem(input);
  return definition
    ? orphan(
        input,
        `no controller of the cluster answers to the class annotation ${annotation}`,
        definition,
      )
    : hintedOutcome(input);
}

function hintedOutcome(input: OwnershipInput): Outcome {
  const { ingress, question } = input;
  const { definition, evidence } = hintedSystem(input);
  return {
    owners: [
      unproven(definition?.system ?? 'unknown', [
        ...classEvidence(ingress, question),
        ...evidence,
      ]),
    ],
  };
}

function unproven(
  system: IngressOwner['system'],
  evidence: Evidence[],
): IngressOwner {
  return {
    system,
    frontServices: [],
    served: 'unknown',
    confidence: 'inferred',
    evidence,
  };
}

function orphan(
  input: OwnershipInput,
  reason: string,
  definition?: SystemDefinition,
): Outcome {
  const { ingress, question } = input;
  const classless =
    question.field === undefined &&
    question.annotation === undefined &&
    question.vendorAnnotation === undefined;
  return {
    owners: [],
    orphan: {
      reason,
      system: definition?.system ?? 'unknown',
      evidence: [
        ...classEvidence(ingress, question),
        ...(classless ? defaultClassEvidence(question) : []),
      ],
    },
  };
}

function noWorkloadReason(
  definition: SystemDefinition,
  running: readonly ControllerInstance[],
): string {
  if (running.length === 0) {
    return `its class leads to ${definition.title}, and no workload of it runs in the cluster`;
  }
  const names = running
    .map(({ namespace, name }) => `${namespace ?? '-'}/${name}`)
    .join(', ');
  return `its class leads to ${definition.title}, but ${names} is configured to serve other classes or namespaces`;
}
