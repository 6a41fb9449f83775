import {
  RiskLine,
  ServiceRetirement,
} from 'backstage-plugin-aks-traffic-common';
import { riskLine } from '../riskLine';
import { riskPoints } from '../riskPoints';

/** The first steps of the reasoning: what the service is reached by, and what serves that. All of it is with the retirement. */
const stepsShown = 3;

/** How far the end of support has come; of several retirements the one that weighs most. */
export function supportLine(
  retirements: readonly ServiceRetirement[],
): RiskLine[] {
  const [worst] = [...retirements].sort(
    (left, right) =>
      riskPoints[`support-${right.state}`] -
      riskPoints[`support-${left.state}`],
  );
  return worst === undefined
    ? []
    : [
        riskLine(
          `support-${worst.state}`,
          worst.statement,
          worst.evidence.slice(0, stepsShown),
        ),
      ];
}

/** Whether a line of a score is the one above. */
export function isSupportLine({ id }: RiskLine): boolean {
  return id.startsWith('support-');
}
