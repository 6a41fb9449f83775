import { AnnotationOutcome } from 'backstage-plugin-aks-traffic-common';
import { AnnotationFacts, TargetFact } from './AnnotationFacts';

/** Levels of support that mean a field in the standard channel, which AKS installs. */
const standardLevels: ReadonlySet<string> = new Set([
  'core',
  'extended',
  'implementation-specific',
]);

/** Whether the Gateway API has a field for an annotation that can be had on AKS. */
export function hasStandardField({ gatewayApi }: AnnotationFacts): boolean {
  return standardLevels.has(gatewayApi.level);
}

/** Whether a target expresses an annotation by the standard field, and not by a resource of its own or not at all. */
export function usesStandardField(
  facts: AnnotationFacts,
  target: TargetFact,
): boolean {
  return (
    hasStandardField(facts) &&
    target.own === undefined &&
    (target.support === 'yes' || target.support === 'partial')
  );
}

/**
 * What becomes of an annotation at a target, from what the sources say: unless the target's facts name the outcome,
 *
 * - not needed, or without any meaning outside NGINX and without a counterpart: `drop`;
 * - no counterpart: `blocked`;
 * - a counterpart in part: `changes-behaviour`;
 * - a counterpart that is a resource of the target's own: `equivalent-by-policy`;
 * - a field of the Gateway API's standard channel: `portable`, or `changes-behaviour` where the meaning, the scope or
 *   the default differs, which is what the concerns `review` and `security` say.
 */
export function outcomeOf(
  facts: AnnotationFacts,
  target: TargetFact,
): AnnotationOutcome {
  if (target.outcome !== undefined) {
    return target.outcome;
  }
  switch (target.support) {
    case 'not-needed':
      return 'drop';
    case 'no':
      return facts.concern === 'none' ? 'drop' : 'blocked';
    case 'partial':
      return 'changes-behaviour';
    default:
      if (!usesStandardField(facts, target)) {
        return 'equivalent-by-policy';
      }
      return facts.concern === 'portable' || facts.concern === 'none'
        ? 'portable'
        : 'changes-behaviour';
  }
}
