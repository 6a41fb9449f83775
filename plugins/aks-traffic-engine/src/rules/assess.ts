import { Finding, Severity } from 'backstage-plugin-aks-traffic-common';
import { Assessment } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { compareText } from '../objects/compareText';
import { referenceKey } from '../objects/metadata';
import { rules } from './registry';

const order: readonly Severity[] = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
];

/** Asks every rule about a resolved cluster. Worst findings come first; order of rules never shows. */
export function assess(input: AssessmentInput): Assessment {
  const { draft } = input;
  return {
    cluster: sorted(rules.flatMap(rule => rule.cluster(input))),
    services: new Map(
      draft.services.map(service => [
        `${service.namespace}/${service.service}`,
        sorted(rules.flatMap(rule => rule.service(service, input))),
      ]),
    ),
    unjudged: new Set(
      draft.services
        .filter(service => rules.some(rule => rule.leavesOpen(service, input)))
        .map(({ namespace, service }) => `${namespace}/${service}`),
    ),
    orphans: new Map(
      draft.orphans.map(orphan => [
        referenceKey(orphan.resource),
        sorted(rules.flatMap(rule => rule.orphan(orphan, input))),
      ]),
    ),
  };
}

function sorted(findings: Finding[]): Finding[] {
  return findings.sort(
    (left, right) =>
      order.indexOf(left.severity) - order.indexOf(right.severity) ||
      compareText(left.ruleId, right.ruleId) ||
      compareText(subjectKey(left), subjectKey(right)) ||
      compareText(left.message, right.message),
  );
}

function subjectKey({ subject }: Finding): string {
  return 'armId' in subject ? subject.armId : referenceKey(subject);
}
