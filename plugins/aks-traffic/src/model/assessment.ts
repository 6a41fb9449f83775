import {
  AnnotationOutcome,
  AnnotationVerdict,
  MigrationEffort,
  MigrationTarget,
  ServiceAssessment,
} from 'backstage-plugin-aks-traffic-common';
import { Tone } from './tone';

const outcomeTones: Readonly<Record<AnnotationOutcome, Tone>> = {
  blocked: 'negative',
  unknown: 'unknown',
  'changes-behaviour': 'warning',
  'equivalent-by-policy': 'info',
  portable: 'positive',
  drop: 'neutral',
};

const effortTones: Readonly<Record<MigrationEffort, Tone>> = {
  none: 'neutral',
  low: 'positive',
  medium: 'warning',
  high: 'negative',
  unknown: 'unknown',
};

const targets: Readonly<Record<MigrationTarget, true>> = {
  'app-routing-gateway-api': true,
  'application-gateway-for-containers': true,
  istio: true,
};

/** The most that a score can be. */
export const highestScore = 100;

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownOutcome(outcome: string): outcome is AnnotationOutcome {
  return Object.hasOwn(outcomeTones, outcome);
}

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownEffort(effort: string): effort is MigrationEffort {
  return Object.hasOwn(effortTones, effort);
}

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownTarget(target: string): target is MigrationTarget {
  return Object.hasOwn(targets, target);
}

/** The tone that the outcome for an annotation is drawn in. */
export function outcomeTone(outcome: string): Tone {
  return isKnownOutcome(outcome) ? outcomeTones[outcome] : 'unknown';
}

/** The tone that an effort is drawn in. */
export function effortTone(effort: string): Tone {
  return isKnownEffort(effort) ? effortTones[effort] : 'unknown';
}

/** The tone that the answer to a requirement, or to all of them, is drawn in. */
export function metTone(met: boolean | 'unknown'): Tone {
  if (met === 'unknown') {
    return 'unknown';
  }
  return met ? 'positive' : 'negative';
}

/** What the lines of a score add up to, before it is capped. */
export function sumOfLines({
  lines,
}: Pick<ServiceAssessment, 'lines'>): number {
  return lines.reduce((sum, { points }) => sum + points, 0);
}

/**
 * The targets that verdicts are shown for: those that the assessment puts in an order, in that order, and any others
 * that a verdict names.
 */
export function targetsOf(
  assessment: Pick<ServiceAssessment, 'annotations' | 'effects' | 'targets'>,
): string[] {
  const named = [...assessment.annotations, ...assessment.effects].flatMap(
    verdict => verdict.targets.map(({ target }) => target),
  );
  return [
    ...new Set([...assessment.targets.map(({ target }) => target), ...named]),
  ];
}

/** The annotations with those first that a move has to deal with, and what a move can drop last. */
export function hardestFirst(
  annotations: readonly AnnotationVerdict[],
): AnnotationVerdict[] {
  return [...annotations].sort(
    (first, second) =>
      rankOf(first) - rankOf(second) ||
      Number(second.security) - Number(first.security) ||
      first.key.localeCompare(second.key),
  );
}

function rankOf({ targets: verdicts }: AnnotationVerdict): number {
  const order = Object.keys(outcomeTones);
  const ranks = verdicts.map(({ outcome }) => order.indexOf(outcome));
  return Math.min(order.length, ...ranks);
}
