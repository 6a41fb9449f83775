import {
  AnnotationOutcome,
  AnnotationVerdict,
  Evidence,
  MigrationEffort,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
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

/** What takes a policy or a look. */
const needsReview: ReadonlySet<AnnotationOutcome> = new Set<AnnotationOutcome>([
  'equivalent-by-policy',
  'changes-behaviour',
  'unknown',
]);

/** What is taken over as it is, or is no longer needed. */
const needsNothing: ReadonlySet<AnnotationOutcome> = new Set<AnnotationOutcome>(
  ['portable', 'drop'],
);

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
  const blockedBy: string[] = [];
  const losesProtection: string[] = [];
  const toReview: string[] = [];
  let isKnown = controllersKnown;
  for (const { name, targets, annotation } of move.demands) {
    const verdict = targets.find(each => each.target === target);
    if (verdict === undefined) {
      continue;
    }
    const { outcome, minAksVersion } = verdict;
    const isUnknown = annotation !== undefined && outcome === 'unknown';
    if (isUnknown || (!versionKnown && minAksVersion !== undefined)) {
      isKnown = false;
    }
    if (outcome === 'blocked') {
      blockedBy.push(name);
      if (annotation !== undefined && isProtection(annotation)) {
        losesProtection.push(name);
      }
    } else if (needsReview.has(outcome) && !isUnknown) {
      toReview.push(name);
    }
  }
  return {
    effort: effortOf({ blockedBy, toReview, isKnown }),
    blockedBy: distinctSorted(blockedBy),
    losesProtection: distinctSorted(losesProtection),
    toReview: distinctSorted(toReview),
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
  return move.demands
    .filter(({ targets }) => {
      const outcome = targets.find(each => each.target === target)?.outcome;
      return outcome !== undefined && !needsNothing.has(outcome);
    })
    .flatMap(({ evidence }) => evidence());
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

/** Mostly there is one name, or none. */
function distinctSorted(names: string[]): string[] {
  return names.length < 2 ? names : [...new Set(names)].sort();
}
