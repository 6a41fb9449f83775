import { Contradiction, OrphanDraft, ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { referenceKey } from '../objects/metadata';
import { Report, RuleLogic } from './createRule';

/**
 * The logic of a rule that passes on what the resolution found contradictory: to the Services it concerns, to the
 * orphan it is about, or to the cluster, so that none is lost.
 */
export function reportContradictions<Situation extends string>(
  kind: Contradiction['kind'],
  situationOf: (contradiction: Contradiction) => Situation,
  wayOut: string,
): RuleLogic<Situation> {
  const report = (contradiction: Contradiction): Report<Situation> => ({
    situation: situationOf(contradiction),
    subject: contradiction.subject,
    message: `${contradiction.message} ${wayOut}`,
    evidence: contradiction.evidence,
  });
  const ofKind = (contradictions: readonly Contradiction[]) =>
    contradictions.filter(contradiction => contradiction.kind === kind);
  return {
    cluster: ({ draft }) => {
      const orphans = new Set(
        draft.orphans.map(({ resource }) => referenceKey(resource)),
      );
      return ofKind(draft.contradictions)
        .filter(({ subject }) => !orphans.has(referenceKey(subject)))
        .map(report);
    },
    service: (service: ServiceDraft) =>
      ofKind(service.contradictions).map(report),
    orphan: (orphan: OrphanDraft, { draft }: AssessmentInput) => {
      const key = referenceKey(orphan.resource);
      return ofKind(draft.contradictions)
        .filter(({ subject }) => referenceKey(subject) === key)
        .map(report);
    },
  };
}
