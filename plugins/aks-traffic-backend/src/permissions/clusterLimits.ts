import {
  AllOfCriteria,
  AnyOfCriteria,
  NotCriteria,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { ServiceCondition } from './serviceResource';

/** What a permission policy demands of Services; nothing when absent. */
type Conditions = PermissionCriteria<ServiceCondition> | undefined;

/** What the cluster of a Service says about whether it meets conditions. */
interface Verdict {
  /** Whether a Service of the cluster could meet them. */
  possible: boolean;
  /** Whether every Service of the cluster meets them. */
  certain: boolean;
}

/**
 * Whether a caller may know of a cluster: not when none of its Services could meet the conditions, whatever else was
 * true of it.
 */
export function seesCluster(conditions: Conditions, cluster: string): boolean {
  return (
    conditions === undefined ||
    judge(conditions, values => values.includes(cluster)).possible
  );
}

/** Whether a caller may know of every cluster, one that nobody has heard of yet included. */
export function seesAllClusters(conditions: Conditions): boolean {
  if (conditions === undefined) {
    return true;
  }
  const named = new Set<string>();
  const elsewhere = judge(conditions, values => {
    values.forEach(value => named.add(value));
    return false;
  });
  return (
    elsewhere.possible &&
    [...named].every(cluster => seesCluster(conditions, cluster))
  );
}

function judge(
  criteria: PermissionCriteria<ServiceCondition>,
  names: (clusters: readonly string[]) => boolean,
): Verdict {
  if (isAndCriteria(criteria)) {
    const parts = (criteria as AllOfCriteria<ServiceCondition>).allOf.map(
      part => judge(part, names),
    );
    return {
      possible: parts.every(({ possible }) => possible),
      certain: parts.every(({ certain }) => certain),
    };
  }
  if (isOrCriteria(criteria)) {
    const parts = (criteria as AnyOfCriteria<ServiceCondition>).anyOf.map(
      part => judge(part, names),
    );
    return {
      possible: parts.some(({ possible }) => possible),
      certain: parts.some(({ certain }) => certain),
    };
  }
  if (isNotCriteria(criteria)) {
    const { not } = criteria as NotCriteria<ServiceCondition>;
    const { possible, certain } = judge(not, names);
    return { possible: !certain, certain: !possible };
  }
  const condition = criteria as ServiceCondition;
  if (condition.field !== 'cluster') {
    return { possible: true, certain: false };
  }
  const met = names(condition.values);
  return { possible: met, certain: met };
}
