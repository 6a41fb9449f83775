import { Finding } from 'backstage-plugin-aks-traffic-common';
import { Assessment, ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { compareText } from '../objects/compareText';
import { referenceKey } from '../objects/metadata';
import { severityOrder } from '../report/severityOrder';
import { rules } from './registry';

/** Rules by what they look at: services are many, and most rules are about something else. */
const clusterRules = rules.filter(({ looksAt }) => looksAt.has('cluster'));
const serviceRules = rules.filter(({ looksAt }) => looksAt.has('service'));
const orphanRules = rules.filter(({ looksAt }) => looksAt.has('orphan'));
const openRules = rules.filter(({ looksAt }) => looksAt.has('leavesOpen'));

/** Asks every rule about a resolved cluster. Worst findings come first; order of rules never shows. */
export function assess(input: AssessmentInput): Assessment {
  const { draft } = input;
  const services = new Map<string, Finding[]>();
  const unjudged = new Set<string>();
  for (const service of draft.services) {
    const key = `${service.namespace}/${service.service}`;
    services.set(key, sorted(ofService(service, input)));
    if (openRules.some(rule => rule.leavesOpen(service, input))) {
      unjudged.add(key);
    }
  }
  return {
    cluster: sorted(clusterRules.flatMap(rule => rule.cluster(input))),
    services,
    unjudged,
    orphans: new Map(
      draft.orphans.map(orphan => [
        referenceKey(orphan.resource),
        sorted(orphanRules.flatMap(rule => rule.orphan(orphan, input))),
      ]),
    ),
  };
}

function ofService(service: ServiceDraft, input: AssessmentInput): Finding[] {
  const findings: Finding[] = [];
  for (const rule of serviceRules) {
    for (const finding of rule.service(service, input)) {
      findings.push(finding);
    }
  }
  return findings;
}

function sorted(findings: Finding[]): Finding[] {
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
