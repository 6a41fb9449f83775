import { printable, TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { findingsOf } from 'backstage-plugin-aks-traffic-engine';

/** What a report says, a line each, for the log of a task. Names come from files: what ends a line would forge one, and the log obeys colours. */
export function findingLines(report: TrafficReport): {
  findings: string[];
  gaps: string[];
} {
  return {
    findings: findingsOf(report).map(({ finding, place }) =>
      printable(
        `${finding.severity}: ${place}: ${finding.message} (${finding.ruleId})`,
      ),
    ),
    gaps: report.coverage.flatMap(({ gaps }) =>
      gaps.map(gap => printable(`not seen: ${gap}`)),
    ),
  };
}
