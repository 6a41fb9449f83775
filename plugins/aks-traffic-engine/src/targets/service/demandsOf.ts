import { effectsOfMost } from '../../annotations/effects/effectsOfMost';
import { verdictEvidence } from '../../annotations/verdictEvidence';
import { Demand } from './Demand';
import { foreignDemands } from './foreignDemands';
import { Move } from './Move';

/**
 * What Ingresses ask of a target when they move. What NGINX does for every Ingress tells no move from another and is
 * left out, as are annotations that have no effect.
 */
export function demandsOf({
  ingresses,
  annotations,
  effects,
}: Omit<Move, 'entries' | 'demands'>): Demand[] {
  const demands: Demand[] = [];
  for (const annotation of annotations) {
    if (annotation.effective !== false) {
      demands.push({
        name: annotation.key,
        targets: annotation.targets,
        annotation,
        evidence: () => [verdictEvidence(annotation, 'Has to be carried over')],
      });
    }
  }
  demands.push(...foreignDemands(ingresses));
  for (const { id, targets, evidence } of effects) {
    if (!effectsOfMost.has(id)) {
      demands.push({ name: id, targets, evidence: () => evidence });
    }
  }
  return demands;
}
