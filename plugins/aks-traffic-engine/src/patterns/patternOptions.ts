import {
  ClusterTarget,
  PatternExposure,
  PatternId,
  PatternOption,
} from 'backstage-plugin-aks-traffic-common';
import { Pattern } from './Pattern';
import { patterns, patternsAsOf } from './patterns';

/**
 * A statement of the platform team about one pattern.
 *
 * @public
 */
export interface PatternPolicy {
  pattern: PatternId;
  approved: boolean;
  /** Environments it is about; all when absent. */
  environments?: readonly string[];
  /** Names of clusters it is about; all when absent. */
  clusters?: readonly string[];
  /** Why, for those who choose. */
  reason?: string;
}

/**
 * Where a new service is to run, and what is known of the place.
 *
 * @public
 */
export interface PatternPlace {
  cluster: string;
  environment?: string;
  /** Leaves out of what is offered what is not for this. */
  exposure?: PatternExposure;
  /** What the cluster can run; without it nothing that needs a gateway is known to be possible. */
  targets: readonly ClusterTarget[];
  /** Later statements go before earlier ones; what none is about is approved. */
  policy: readonly PatternPolicy[];
}

/**
 * Every pattern with what policy and cluster say of it: what can be taken first, the recommended one at the top.
 *
 * @public
 */
export function patternOptions(place: PatternPlace): PatternOption[] {
  const options = patterns.map(pattern => ({
    isLastResort: pattern.isLastResort === true,
    option: optionOf(pattern, place),
  }));
  const recommended = options.find(
    ({ option, isLastResort }) =>
      !isLastResort && option.whyNot.length === 0 && option.eligible === true,
  )?.option;
  return options
    .map(({ option }) => option)
    .map(option => ({ ...option, recommended: option === recommended }))
    .sort((left, right) => rankOf(left) - rankOf(right));
}

function optionOf(pattern: Pattern, place: PatternPlace): PatternOption {
  const { target: targetName, isLastResort: _, ...facts } = pattern;
  const statement = statementOn(pattern, place);
  const target = place.targets.find(each => each.target === targetName);
  return {
    ...facts,
    approved: statement?.approved ?? true,
    ...(statement?.reason !== undefined && { policyReason: statement.reason }),
    eligible: targetName === undefined ? true : runsOn(target),
    requirements: target?.requirements ?? [],
    recommended: false,
    whyNot: whyNot(pattern, place, statement, target),
    asOf: patternsAsOf,
  };
}

function statementOn(
  { id }: Pattern,
  { cluster, environment, policy }: PatternPlace,
): PatternPolicy | undefined {
  return policy.findLast(
    ({ pattern, clusters, environments }) =>
      pattern === id &&
      (clusters === undefined || clusters.includes(cluster)) &&
      (environments === undefined ||
        (environment !== undefined && environments.includes(environment))),
  );
}

function whyNot(
  { exposures }: Pattern,
  { exposure, cluster }: PatternPlace,
  statement: PatternPolicy | undefined,
  target: ClusterTarget | undefined,
): string[] {
  const reasons: string[] = [];
  if (statement?.approved === false) {
    reasons.push(
      `Not approved here${
        statement.reason === undefined ? '.' : `: ${statement.reason}`
      }`,
    );
  }
  if (exposure !== undefined && !exposures.includes(exposure)) {
    reasons.push(
      `Not for ${exposure} services, but for ${exposures.join(' and ')} ones.`,
    );
  }
  return [
    ...reasons,
    ...(target?.requirements ?? [])
      .filter(({ met }) => met === false)
      .map(({ message }) => `Not on ${cluster}: ${message}`),
  ];
}

/** Whether a cluster can run it as it is: a service that starts today cannot wait for an add-on. */
function runsOn(target: ClusterTarget | undefined): PatternOption['eligible'] {
  const met = target?.requirements.map(requirement => requirement.met);
  if (!met || met.includes('unknown')) {
    return met?.includes(false) ? false : 'unknown';
  }
  return !met.includes(false);
}

/** The recommended one, then what can be taken, what may be, and what cannot. */
function rankOf({ recommended, whyNot: reasons, eligible }: PatternOption) {
  if (recommended) {
    return 0;
  }
  if (reasons.length > 0) {
    return 3;
  }
  return eligible === true ? 1 : 2;
}
