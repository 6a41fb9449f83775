import { RiskLine } from 'backstage-plugin-aks-traffic-common';
import { highestScore } from './riskPoints';

/** The score that lines add up to. */
export function scoreOf(lines: readonly RiskLine[]): number {
  return Math.min(
    highestScore,
    lines.reduce((sum, { points }) => sum + points, 0),
  );
}
