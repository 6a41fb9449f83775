import {
  AnnotationOutcome,
  AnnotationTargetVerdict,
  AnnotationVerdict,
  Evidence,
  MigrationEffort,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { effectsOfMost } from '../../annotations/effects/effectsOfMost';
import { verdictEvidence } from '../../annotations/verdictEvidence';
import { Demand } from './Demand';
import { foreignDemands } from './foreignDemands';
import { Move } from './Move';

/** What a move to a target takes, and what the target has nothing for. */
export interface MoveEffort {
  effort: MigrationEffort;
  /** Keys of annotations and ids of effects. */
  blockedBy: string[];
  /** Those among them that keep somebody out today: a move that nobody thought about lets them in. */
  losesProtection: string[];
  /** Keys of annotations and ids of effects that a policy has to express, or that mean something else there. */
  toReview: string[];
}

/**
 * What the verdicts on annotations and effects say about the effort. What NGINX does for every Ingress tells no move
 * from another and does not count. What a controller's settings do is unknown where they could not be read, which
 * takes a look at them and no more.
 */
export function moveEffort(options: {
  move: Move;
  target: MigrationTarget;
  /** Whether the cluster's version, which decides about fields, is known. */
  versionKnown: boolean;
  /** Whether everything that decides what controllers do was read. */
  controllersKnown: boolean;
}): MoveEffort {
  const { move, target, versionKnown, controllersKnown } = options;
  const annotations = [
    ...annotationDemands(move, target),
    ...foreignDemands(move.foreign, target),
  ];
  const effects = effectDemands(move, target);
  const all = [...annotations, ...effects];
  const blockedBy = namesOf(all, ['blocked']);
  const toReview = namesOf(
    [
      ...all.filter(({ outcome }) => outcome !== 'unknown'),
      ...effects.filter(({ outcome }) => outcome === 'unknown'),
    ],
    ['equivalent-by-policy', 'changes-behaviour', 'unknown'],
  );
  const isKnown =
    controllersKnown &&
    annotations.every(({ outcome }) => outcome !== 'unknown') &&
    (versionKnown ||
      all.every(({ minAksVersion }) => minAksVersion === undefined));
  const protecting = new Set(
    move.annotations.filter(isProtection).map(({ key }) => key),
  );
  return {
    effort: effortOf({ blockedBy, toReview, isKnown }),
    blockedBy,
    losesProtection: blockedBy.filter(name => protecting.has(name)),
    toReview,
  };
}

/** Raw configuration counts as a security matter too, but is more often a danger than a protection. */
function isProtection({ security, upstreamRisk }: AnnotationVerdict): boolean {
  return security && upstreamRisk !== 'Critical';
}

/** What asks a target for more than a field with the same meaning, as evidence. */
export function effortEvidence(
  move: Move,
  target: MigrationTarget,
): Evidence[] {
  return [
    ...annotationDemands(move, target),
    ...foreignDemands(move.foreign, target),
    ...effectDemands(move, target),
  ]
    .filter(({ outcome }) => outcome !== 'portable' && outcome !== 'drop')
    .flatMap(({ evidence }) => evidence());
}

function annotationDemands(
  { annotations }: Move,
  target: MigrationTarget,
): Demand[] {
  return annotations
    .filter(({ effective }) => effective !== false)
    .flatMap(verdict =>
      demands(verdict.key, verdict.targets, target, () => [
        verdictEvidence(verdict, 'Has to be carried over'),
      ]),
    );
}

function effectDemands({ effects }: Move, target: MigrationTarget): Demand[] {
  return effects
    .filter(({ id }) => !effectsOfMost.has(id))
    .flatMap(({ id, targets, evidence }) =>
      demands(id, targets, target, () => evidence),
    );
}

function demands(
  name: string,
  targets: readonly AnnotationTargetVerdict[],
  target: MigrationTarget,
  evidence: () => Evidence[],
): Demand[] {
  return targets
    .filter(verdict => verdict.target === target)
    .map(({ outcome, minAksVersion }) => ({
      name,
      outcome,
      minAksVersion,
      evidence,
    }));
}

function namesOf(
  verdicts: readonly Demand[],
  outcomes: readonly AnnotationOutcome[],
): string[] {
  return [
    ...new Set(
      verdicts
        .filter(({ outcome }) => outcomes.includes(outcome))
        .map(({ name }) => name),
    ),
  ].sort();
}

function effortOf(options: {
  blockedBy: readonly string[];
  toReview: readonly string[];
  isKnown: boolean;
}): MigrationEffort {
  const { blockedBy, toReview, isKnown } = options;
  if (blockedBy.length > 0) {
    return 'high';
  }
  if (!isKnown) {
    return 'unknown';
  }
  return toReview.length > 0 ? 'medium' : 'low';
}
