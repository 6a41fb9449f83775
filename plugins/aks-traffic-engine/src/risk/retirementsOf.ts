import {
  Finding,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import { groupBy } from '../azure/groupBy';
import { compareText } from '../objects/compareText';
import { distinctEvidence } from '../objects/distinctEvidence';
import { doesNotMean } from '../retirements/doesNotMean';
import {
  retirementStanding,
  statementOf,
} from '../retirements/retirementStanding';

/**
 * The dated retirements of what lets traffic into a service, nearest first, from what rules found of it: they have
 * decided which controller really serves it, and why. What stands in front of a cluster is not among them.
 */
export function retirementsOf(
  findings: readonly Finding[],
  now: Date,
): ServiceRetirement[] {
  const retiring = findings.filter(({ deadline }) => deadline !== undefined);
  if (retiring.length === 0) {
    return [];
  }
  const byId = groupBy(retiring, ({ retirement }) => [retirement]);
  return [...byId]
    .flatMap(([id, found]) => {
      const standing = retirementStanding(id, now);
      if (standing === undefined || standing.lifecycle === 'undated') {
        return [];
      }
      const { retirement, lifecycle } = standing;
      return retirement.systems.length === 0
        ? []
        : {
            retirement: id,
            date: retirement.date,
            state: lifecycle,
            statement: statementOf(standing),
            doesNotMean: doesNotMean(retirement),
            evidence: distinctEvidence(
              found.flatMap(({ evidence }) => evidence),
            ),
          };
    })
    .sort(
      (left, right) =>
        compareText(left.date ?? '', right.date ?? '') ||
        compareText(left.retirement, right.retirement),
    );
}
