import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { findingsOf } from 'backstage-plugin-aks-traffic-engine';

/** What a report says, a line each, for the log of a task. Names come from files: line ends would forge lines. */
export function findingLines(report: TrafficReport): {
  findings: string[];
  gaps: string[];
} {
  return {
    findings: findingsOf(report).map(({ finding, place }) =>
      oneLine(
        `${finding.severity}: ${place}: ${finding.message} (${finding.ruleId})`,
      ),
    ),
    gaps: report.coverage.flatMap(({ gaps }) =>
      gaps.map(gap => oneLine(`not seen: ${gap}`)),
    ),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
