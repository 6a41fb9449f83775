import {
  AnnotationTargetVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { aksVersionOf } from '../gatewayApiBundles';
import { AnnotationFacts } from './AnnotationFacts';
import { outcomeOf, usesStandardField } from './outcomeOf';
import { targetSources } from './targetSources';

/** The verdicts on an annotation that say nothing of its value or of a cluster, one for each target. */
export function targetVerdicts(
  facts: AnnotationFacts,
): AnnotationTargetVerdict[] {
  return (Object.keys(facts.targets) as MigrationTarget[]).map(target =>
    targetVerdict(facts, target),
  );
}

function targetVerdict(
  facts: AnnotationFacts,
  target: MigrationTarget,
): AnnotationTargetVerdict {
  const fact = facts.targets[target];
  const { resource, field, since } = facts.gatewayApi;
  const standard = usesStandardField(facts, fact);
  const replacement =
    fact.replacement ??
    (standard && resource !== undefined && field !== undefined
      ? `${resource} ${field}`
      : undefined);
  return {
    target,
    outcome: outcomeOf(facts, fact),
    reason: fact.reason,
    ...(replacement !== undefined && { replacement }),
    ...(standard &&
      since !== undefined && {
        minAksVersion: aksVersionOf(since),
        minGatewayApiBundle: since,
      }),
    sources: targetSources(facts, target),
  };
}
