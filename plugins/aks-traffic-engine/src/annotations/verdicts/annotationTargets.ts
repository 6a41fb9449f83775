import {
  AnnotationTargetVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { AnnotationFacts } from '../catalogue/AnnotationFacts';
import { targetVerdicts } from '../catalogue/targetVerdicts';
import { aksVersionOf, isAtLeastVersion } from '../gatewayApiBundles';
import { Override, Overrides } from './Override';
import { valueOverrides } from './valueOverrides';

/** The verdicts that hold whatever the value is, made once for each annotation. */
const known = new Map<AnnotationFacts, readonly AnnotationTargetVerdict[]>();

/** What becomes of an annotation with a value at every target, on a cluster of a version. */
export function annotationTargets(options: {
  name: string;
  facts: AnnotationFacts;
  value: string;
  /** Absent where the version of the cluster is not known: verdicts then name the version they need. */
  aksVersion?: string;
}): AnnotationTargetVerdict[] {
  const { name, facts, value, aksVersion } = options;
  const base = known.get(facts) ?? targetVerdicts(facts);
  known.set(facts, base);
  const overrides = valueOverrides(name, value);
  return base.map(verdict =>
    onVersion(
      overridden(verdict, overrides),
      facts.targets[verdict.target].before,
      name,
      aksVersion,
    ),
  );
}

function overridden(
  verdict: AnnotationTargetVerdict,
  overrides: Overrides | undefined,
): AnnotationTargetVerdict {
  const override = overrides && overrideFor(overrides, verdict.target);
  if (!override) {
    return verdict;
  }
  const { outcome, reason, replacement, since } = override;
  return {
    target: verdict.target,
    outcome,
    reason,
    ...(replacement !== undefined && { replacement }),
    ...(since !== undefined && {
      minAksVersion: aksVersionOf(since),
      minGatewayApiBundle: since,
    }),
    sources: verdict.sources,
  };
}

function overrideFor(
  overrides: Overrides,
  target: MigrationTarget,
): Override | undefined {
  return 'all' in overrides ? overrides.all : overrides[target];
}

const redirectCodes = new Set([
  'permanent-redirect-code',
  'temporal-redirect-code',
]);

/** What is left of a verdict on a cluster whose Gateway API resources are older than what the field needs. */
function onVersion(
  verdict: AnnotationTargetVerdict,
  before: AnnotationFacts['targets'][MigrationTarget]['before'],
  name: string,
  aksVersion: string | undefined,
): AnnotationTargetVerdict {
  const { minAksVersion, minGatewayApiBundle } = verdict;
  if (aksVersion === undefined) {
    return verdict;
  }
  if (
    name === 'ssl-redirect' &&
    verdict.outcome === 'portable' &&
    isAtLeastVersion(aksVersion, '1.36') === false
  ) {
    return {
      ...verdict,
      outcome: 'changes-behaviour',
      reason: `On AKS ${aksVersion} the redirect cannot have the status 308, but 301, after which clients may repeat a POST as a GET.`,
    };
  }
  if (
    minAksVersion === undefined ||
    isAtLeastVersion(aksVersion, minAksVersion) !== false
  ) {
    return verdict;
  }
  const needs = `The Gateway API resources of AKS ${aksVersion} do not have it; those of ${minAksVersion} do.`;
  const instead =
    before ??
    (redirectCodes.has(name)
      ? {
          outcome: 'changes-behaviour' as const,
          reason: 'Until then 301 and 302 are the statuses there are.',
          replacement: verdict.replacement,
        }
      : {
          outcome: 'blocked' as const,
          reason: undefined,
          replacement: undefined,
        });
  return {
    target: verdict.target,
    outcome: instead.outcome,
    reason: [needs, instead.reason].filter(Boolean).join(' '),
    ...(instead.replacement !== undefined && {
      replacement: instead.replacement,
    }),
    minAksVersion,
    ...(minGatewayApiBundle !== undefined && { minGatewayApiBundle }),
    sources: verdict.sources,
  };
}
