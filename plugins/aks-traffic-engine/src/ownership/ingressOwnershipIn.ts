import { Confidence } from 'backstage-plugin-aks-traffic-common';
import { Contradiction } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { namespaceOf, referenceOf } from '../objects/metadata';
import { rememberObjects } from '../objects/rememberObjects';
import { ControllerInstance } from '../systems/ControllerInstance';
import { IngressServing } from '../systems/SystemDefinition';
import { claimOf } from './claimOf';
import { classConflict } from './classConflict';
import { classEvidence } from './classEvidence';
import {
  classCatalogueOf,
  ClassQuestion,
  classQuestionOf,
} from './ClassQuestion';
import {
  IngressOwner,
  IngressOwnership,
  IngressOwnershipOf,
} from './IngressOwnership';
import { Claimant, OwnershipInput } from './OwnershipInput';
import { resolveUnclaimed } from './resolveUnclaimed';

/**
 * A function that says who serves an Ingress of this cluster: each controller is asked by its own rules, so that two
 * can claim the same object and none may.
 */
export function ingressOwnershipIn(
  context: ResolveContext,
  controllers: readonly ControllerInstance[],
): IngressOwnershipOf {
  const catalogue = classCatalogueOf(context.index);
  const fronts = frontsOf(controllers);
  const claimantsFor = rememberClaimants(controllers);
  return rememberObjects(ingress => {
    const question = classQuestionOf({
      index: context.index,
      ingress,
      catalogue,
    });
    const claimants = claimantsFor(question);
    return ownershipOf({
      context,
      ingress,
      question,
      controllers,
      fronts,
      claimants: claimants.filter(({ serving }) => watches(serving, ingress)),
    });
  });
}

/** Ingresses are many, and what they say about their class is mostly the same. */
function rememberClaimants(
  controllers: readonly ControllerInstance[],
): (question: ClassQuestion) => readonly Claimant[] {
  const byField = new Map<
    string | undefined,
    Map<string | undefined, Claimant[]>
  >();
  return question => {
    let byAnnotation = byField.get(question.field);
    if (byAnnotation === undefined) {
      byAnnotation = new Map();
      byField.set(question.field, byAnnotation);
    }
    const annotation = annotationKey(question);
    let claimants = byAnnotation.get(annotation);
    if (claimants === undefined) {
      claimants = claimantsOf(controllers, question);
      byAnnotation.set(annotation, claimants);
    }
    return claimants;
  };
}

/** All that annotations say about the class. Hardly any Ingress says something to one controller only. */
function annotationKey({
  annotation,
  vendorAnnotation,
}: ClassQuestion): string | undefined {
  return vendorAnnotation === undefined
    ? annotation
    : JSON.stringify([annotation, vendorAnnotation.value]);
}

function frontsOf(
  controllers: readonly ControllerInstance[],
): Map<KubernetesObject, ControllerInstance[]> {
  const fronts = new Map<KubernetesObject, ControllerInstance[]>();
  for (const controller of controllers) {
    for (const service of controller.frontServices) {
      fronts.set(service, [...(fronts.get(service) ?? []), controller]);
    }
  }
  return fronts;
}

function claimantsOf(
  controllers: readonly ControllerInstance[],
  question: ClassQuestion,
): Claimant[] {
  return controllers.flatMap(controller =>
    controller.serving
      .map(serving => ({
        controller,
        serving,
        claim: claimOf(serving, question),
      }))
      .filter(({ claim }) => claim.verdict !== 'ignores'),
  );
}

function watches(serving: IngressServing, ingress: KubernetesObject): boolean {
  return serving.namespaces?.includes(namespaceOf(ingress)) ?? true;
}

function ownershipOf(input: OwnershipInput): IngressOwnership {
  const { ingress, claimants } = input;
  const certain = firstByController(claimants, 'claims');
  const possible = firstByController(claimants, 'may-claim').filter(
    claimant =>
      !certain.some(({ controller }) => controller === claimant.controller),
  );
  const contradictions = classConflict(input);
  if (certain.length === 0) {
    return { ingress, contradictions, ...resolveUnclaimed(input, possible) };
  }
  const confidence = confidenceOf(certain, possible);
  const owners = certain.map(claimant => ownerOf(input, claimant, confidence));
  return {
    ingress,
    owners,
    contradictions: [...contradictions, ...controllerConflict(input, owners)],
  };
}

function firstByController(
  claimants: readonly Claimant[],
  verdict: 'claims' | 'may-claim',
): Claimant[] {
  const found = new Map<ControllerInstance, Claimant>();
  for (const claimant of claimants) {
    if (claimant.claim.verdict === verdict && !found.has(claimant.controller)) {
      found.set(claimant.controller, claimant);
    }
  }
  return [...found.values()];
}

function confidenceOf(
  certain: readonly Claimant[],
  possible: readonly Claimant[],
): Confidence {
  if (certain.length > 1) {
    return 'conflict';
  }
  const [{ controller }] = certain;
  return possible.length > 0 || controller.definition.controllersUnverified
    ? 'inferred'
    : controller.confidence;
}

function ownerOf(
  { ingress, question }: OwnershipInput,
  { controller, serving }: Claimant,
  confidence: Confidence,
): IngressOwner {
  return {
    system: controller.definition.system,
    controller,
    frontServices: controller.frontServices,
    annotationReading: serving.annotationReading,
    served: true,
    confidence,
    evidence: [
      ...classEvidence(ingress, question),
      ...serving.evidence,
      ...controller.evidence,
    ],
  };
}

function controllerConflict(
  { ingress }: OwnershipInput,
  owners: readonly IngressOwner[],
): Contradiction[] {
  if (owners.length < 2) {
    return [];
  }
  const names = owners.map(
    ({ controller }) =>
      `${controller?.definition.title} (${controller?.namespace ?? '-'}/${
        controller?.name
      })`,
  );
  return [
    {
      kind: 'controller-conflict',
      subject: referenceOf(ingress),
      message: `${names.join(' and ')} claim this Ingress at the same time.`,
      evidence: owners.flatMap(({ evidence }) => evidence),
    },
  ];
}
