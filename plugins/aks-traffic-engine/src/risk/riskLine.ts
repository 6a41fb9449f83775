import { Evidence, RiskLine } from 'backstage-plugin-aks-traffic-common';
import { RiskLineId, riskPoints } from './riskPoints';

/** A line of a score, with the points the table has for it. */
export function riskLine(
  id: RiskLineId,
  message: string,
  evidence: Evidence[],
): RiskLine {
  return { id, points: riskPoints[id], message, evidence };
}
