import { EntryPoint, Finding } from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { kinds } from '../objects/kinds';
import { referenceKey } from '../objects/metadata';
import { retirementById } from '../retirements/retirements';

/** The ways in through Ingresses that something serves which is being retired, as rules found them. */
export function movingEntries(
  { entryPoints }: ServiceDraft,
  findings: readonly Finding[],
): EntryPoint[] {
  const retiring = findings.flatMap(({ subject, retirement, deadline }) =>
    'kind' in subject &&
    subject.kind === kinds.ingress.kind &&
    deadline !== undefined
      ? {
          key: referenceKey(subject),
          systems: retirementById(retirement ?? '')?.systems ?? [],
        }
      : [],
  );
  return entryPoints.filter(
    ({ resource, system, attached }) =>
      attached !== false &&
      retiring.some(
        ({ key, systems }) =>
          systems.includes(system) && key === referenceKey(resource),
      ),
  );
}
