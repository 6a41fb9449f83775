import { Finding } from 'backstage-plugin-aks-traffic-common';
import { compareText } from '../objects/compareText';
import { referenceKey } from '../objects/metadata';
import { severityOrder } from '../report/severityOrder';

/** Sorts findings in place, the worst first; the order in which rules were asked never shows. */
export function sortFindings(findings: Finding[]): Finding[] {
  if (findings.length < 2) {
    return findings;
  }
  return findings.sort(
    (left, right) =>
      severityOrder.indexOf(left.severity) -
        severityOrder.indexOf(right.severity) ||
      compareText(left.ruleId, right.ruleId) ||
      compareText(subjectKey(left), subjectKey(right)) ||
      compareText(left.message, right.message),
  );
}

function subjectKey({ subject }: Finding): string {
  return 'armId' in subject ? subject.armId : referenceKey(subject);
}
