import {
  AnnotationOutcome,
  AnnotationVerdict,
  Evidence,
  MigrationEffort,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { demandsOf } from './demandsOf';
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
  const blockedBy = new Set<string>();
  const losesProtection = new Set<string>();
  const toReview = new Set<string>();
  let isKnown = controllersKnown;
  for (const demand of demandsOf(move, target)) {
    const { name, outcome, minAksVersion, annotation } = demand;
    const isUnknown = annotation !== undefined && outcome === 'unknown';
    if (isUnknown || (!versionKnown && minAksVersion !== undefined)) {
      isKnown = false;
    }
    if (outcome === 'blocked') {
      blockedBy.add(name);
      if (annotation !== undefined && isProtection(annotation)) {
        losesProtection.add(name);
      }
    } else if (needsReview.has(outcome) && !isUnknown) {
      toReview.add(name);
    }
  }
  return {
    effort: effortOf({ blockedBy, toReview, isKnown }),
    blockedBy: [...blockedBy].sort(),
    losesProtection: [...losesProtection].sort(),
    toReview: [...toReview].sort(),
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
  return demandsOf(move, target)
    .filter(({ outcome }) => outcome !== 'portable' && outcome !== 'drop')
    .flatMap(({ evidence }) => evidence());
}

function effortOf(options: {
  blockedBy: ReadonlySet<string>;
  toReview: ReadonlySet<string>;
  isKnown: boolean;
}): MigrationEffort {
  const { blockedBy, toReview, isKnown } = options;
  if (blockedBy.size > 0) {
    return 'high';
  }
  if (!isKnown) {
    return 'unknown';
  }
  return toReview.size > 0 ? 'medium' : 'low';
}
