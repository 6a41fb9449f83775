import {
  Finding,
  ServiceAssessment,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import { endOfSupportClause } from './endOfSupport';
import { retirementById } from './retirements';
import { retirementStanding, statementOf } from './retirementStanding';

/**
 * A finding as it is worded on a later day than that of its verdict: once its deadline is past, support no longer
 * "ends" then. How bad it is stays what the verdict says.
 *
 * @public
 */
export function restateFinding(finding: Finding, now: Date): Finding {
  const { deadline, retirement, message } = finding;
  if (deadline === undefined || now.toISOString().slice(0, 10) <= deadline) {
    return finding;
  }
  const lastDay = new Date(deadline);
  const precision =
    retirement === undefined
      ? undefined
      : retirementById(retirement)?.precision;
  for (const expected of [false, true]) {
    const end = { date: deadline, precision, expected };
    const then = endOfSupportClause(end, lastDay);
    if (message.includes(then)) {
      return {
        ...finding,
        message: message.replace(then, endOfSupportClause(end, now)),
      };
    }
  }
  return finding;
}

/**
 * A retirement that applies to a Service, as it stands on a later day than that of the verdict.
 *
 * @public
 */
export function restateRetirement(
  applied: ServiceRetirement,
  now: Date,
): ServiceRetirement {
  const standing = retirementStanding(applied.retirement, now);
  return standing === undefined ||
    standing.lifecycle === 'undated' ||
    standing.retirement.date !== applied.date
    ? applied
    : {
        ...applied,
        state: standing.lifecycle,
        statement: statementOf(standing),
      };
}

/**
 * How urgent and how hard a move is, with the retirements and the line of the score that repeats one of them as they
 * stand on a later day than that of the verdict. How much a line adds stays what the verdict says.
 *
 * @public
 */
export function restateAssessment<
  T extends Pick<ServiceAssessment, 'retirements' | 'lines'>,
>(assessment: T, now: Date): T {
  const { retirements, lines } = assessment;
  const restated = retirements.map(applied => restateRetirement(applied, now));
  const later = new Map(
    retirements.map(({ statement }, index) => [
      statement,
      restated[index].statement,
    ]),
  );
  return {
    ...assessment,
    retirements: restated,
    lines: lines.map(line => ({
      ...line,
      message: later.get(line.message) ?? line.message,
    })),
  };
}
