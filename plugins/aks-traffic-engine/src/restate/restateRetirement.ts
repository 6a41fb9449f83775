import { ServiceRetirement } from 'backstage-plugin-aks-traffic-common';
import {
  retirementStanding,
  statementOf,
} from '../retirements/retirementStanding';

/**
 * A retirement that applies to a Service, as it stands on a later day than that of the verdict.
 *
 * @returns the same retirement where the day changes nothing.
 *
 * @public
 */
export function restateRetirement(
  applied: ServiceRetirement,
  now: Date,
): ServiceRetirement {
  const standing = retirementStanding(applied.retirement, now);
  if (
    standing === undefined ||
    standing.lifecycle === 'undated' ||
    standing.retirement.date !== applied.date
  ) {
    return applied;
  }
  const { lifecycle: state } = standing;
  const statement = statementOf(standing);
  return state === applied.state && statement === applied.statement
    ? applied
    : { ...applied, state, statement };
}
