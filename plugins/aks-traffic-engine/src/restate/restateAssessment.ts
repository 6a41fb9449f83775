import {
  RiskLine,
  ServiceAssessment,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import { isSupportLine, supportLine } from '../risk/lines/supportLine';
import { scoreOf } from '../risk/scoreOf';
import { restateRetirement } from './restateRetirement';

/**
 * How urgent and how hard a move is, as it stands on a later day than that of the verdict: how far the retirements have
 * come, what that adds to the score, and so the score. What the cluster has of what a target needs stays what was read.
 *
 * @returns the same assessment where the day changes nothing.
 *
 * @public
 */
export function restateAssessment(
  assessment: ServiceAssessment,
  now: Date,
): ServiceAssessment {
  const retirements = assessment.retirements.map(applied =>
    restateRetirement(applied, now),
  );
  if (
    retirements.every(
      (retirement, index) => retirement === assessment.retirements[index],
    )
  ) {
    return assessment;
  }
  const lines = restateLines(assessment.lines, retirements);
  return {
    ...assessment,
    retirements,
    lines,
    ...(assessment.score !== undefined && { score: scoreOf(lines) }),
  };
}

function restateLines(
  lines: readonly RiskLine[],
  retirements: readonly ServiceRetirement[],
): RiskLine[] {
  return lines.flatMap(line =>
    isSupportLine(line) ? supportLine(retirements) : line,
  );
}
