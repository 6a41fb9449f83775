import { Contradiction } from '../../model/draft';
import { Rule } from '../createRule';
import { proof, ruleInput, serviceDraft, serviceFindings } from './ruleInput';

export const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  namespace: 'shop',
  name: 'web',
};

/** A contradiction about an Ingress, with a value as its evidence. */
export function contradiction(
  kind: Contradiction['kind'],
  value = 'x',
): Contradiction {
  return {
    kind,
    subject: ingress,
    message: 'One says this, the other that.',
    evidence: [{ ...proof, value }],
  };
}

/** What a rule makes of one contradiction of a service. */
export function contradictionFindings(rule: Rule, found: Contradiction) {
  return serviceFindings(
    rule,
    ruleInput({ services: [serviceDraft({ contradictions: [found] })] }),
  );
}
