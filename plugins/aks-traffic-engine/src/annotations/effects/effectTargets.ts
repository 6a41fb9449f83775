import {
  AnnotationOutcome,
  AnnotationTargetVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { migrationTargets } from '../annotationCatalogue';
import { GatewayApiBundle } from '../catalogue/gatewayApiFields';
import { sources } from '../catalogue/sources';
import { aksVersionOf, isAtLeastVersion } from '../gatewayApiBundles';

const nginx = 'https://github.com/kubernetes/ingress-nginx/blob/main';

/** The documents that say what ingress-nginx does by itself, and what targets do instead. */
const effectSources = {
  ...sources,
  nginxConfigMap: {
    url: `${nginx}/docs/user-guide/nginx-configuration/configmap.md`,
  },
  nginxFlags: { url: `${nginx}/pkg/flags/flags.go` },
  nginxPathMatching: {
    url: `${nginx}/docs/user-guide/ingress-path-matching.md`,
  },
  managedGatewayApi: {
    url: 'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks/managed-gateway-api.md',
  },
} as const;

/** What becomes of an effect at a target. */
export interface EffectFact {
  outcome: AnnotationOutcome;
  reason: string;
  replacement?: string;
  /** First bundle of the Gateway API that has what the replacement needs. */
  since?: GatewayApiBundle;
  /** What there is on clusters with an older bundle; nothing unless told. */
  before?: Omit<EffectFact, 'since' | 'before' | 'sources'>;
  sources: readonly (keyof typeof effectSources)[];
}

/** What becomes of an effect everywhere, or at each target. */
export type EffectFacts =
  | { all: EffectFact }
  | Record<MigrationTarget, EffectFact>;

/** Many Ingresses have the same effects: their verdicts are made once for each version of a cluster. */
const known = new WeakMap<
  EffectFacts,
  Map<string | undefined, AnnotationTargetVerdict[]>
>();

/** The verdicts on an effect, on a cluster of a version. */
export function effectTargets(
  facts: EffectFacts,
  aksVersion: string | undefined,
): AnnotationTargetVerdict[] {
  const byVersion = known.get(facts) ?? new Map();
  known.set(facts, byVersion);
  const verdicts =
    byVersion.get(aksVersion) ??
    migrationTargets.map(target =>
      verdictOf(target, 'all' in facts ? facts.all : facts[target], aksVersion),
    );
  byVersion.set(aksVersion, verdicts);
  return verdicts;
}

function verdictOf(
  target: MigrationTarget,
  fact: EffectFact,
  aksVersion: string | undefined,
): AnnotationTargetVerdict {
  const minAksVersion = fact.since && aksVersionOf(fact.since);
  const tooOld =
    minAksVersion !== undefined &&
    aksVersion !== undefined &&
    isAtLeastVersion(aksVersion, minAksVersion) === false;
  const { outcome, reason, replacement } = tooOld
    ? fact.before ?? {
        outcome: 'blocked' as const,
        reason: `The Gateway API resources of AKS ${aksVersion} do not have it; those of ${minAksVersion} do.`,
        replacement: undefined,
      }
    : fact;
  return {
    target,
    outcome,
    reason,
    ...(replacement !== undefined && { replacement }),
    ...(minAksVersion !== undefined && {
      minAksVersion,
      minGatewayApiBundle: fact.since,
    }),
    sources: fact.sources.map(id => effectSources[id].url),
  };
}
