import { Finding } from 'backstage-plugin-aks-traffic-common';
import { Assessment, ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { referenceKey } from '../objects/metadata';
import { rules } from './registry';
import { sortFindings } from './sortFindings';

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
    services.set(key, sortFindings(ofService(service, input)));
    if (openRules.some(rule => rule.leavesOpen(service, input))) {
      unjudged.add(key);
    }
  }
  return {
    cluster: sortFindings(clusterRules.flatMap(rule => rule.cluster(input))),
    services,
    unjudged,
    orphans: new Map(
      draft.orphans.map(orphan => [
        referenceKey(orphan.resource),
        sortFindings(orphanRules.flatMap(rule => rule.orphan(orphan, input))),
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
