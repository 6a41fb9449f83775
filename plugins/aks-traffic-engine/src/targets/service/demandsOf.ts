import { MigrationTarget } from 'backstage-plugin-aks-traffic-common';
import { effectsOfMost } from '../../annotations/effects/effectsOfMost';
import { verdictEvidence } from '../../annotations/verdictEvidence';
import { Demand } from './Demand';
import { foreignDemands } from './foreignDemands';
import { Move } from './Move';

/**
 * What a move asks of a target. What NGINX does for every Ingress tells no move from another and is left out, as are
 * annotations that have no effect.
 */
export function demandsOf(move: Move, target: MigrationTarget): Demand[] {
  const demands: Demand[] = [];
  for (const annotation of move.annotations) {
    const verdict = annotation.targets.find(each => each.target === target);
    if (annotation.effective !== false && verdict !== undefined) {
      demands.push({
        name: annotation.key,
        outcome: verdict.outcome,
        minAksVersion: verdict.minAksVersion,
        annotation,
        evidence: () => [verdictEvidence(annotation, 'Has to be carried over')],
      });
    }
  }
  demands.push(...foreignDemands(move.foreign, target));
  for (const { id, targets, evidence } of move.effects) {
    const verdict = targets.find(each => each.target === target);
    if (!effectsOfMost.has(id) && verdict !== undefined) {
      demands.push({
        name: id,
        outcome: verdict.outcome,
        minAksVersion: verdict.minAksVersion,
        evidence: () => evidence,
      });
    }
  }
  return demands;
}
