import {
  AnnotationOutcome,
  AnnotationTargetVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { isAtLeastVersion } from '../../annotations/gatewayApiBundles';
import { armEvidence } from '../../objects/evidence';
import { requirement } from '../requirement';
import { Move, MoveRequirement } from './Move';

/**
 * The version of AKS whose managed Gateway API has the fields that the move needs: where an older one has nothing
 * instead, or which one the cluster has is not known.
 */
export const fieldVersion: MoveRequirement = (move, target, facts) => {
  const { managedCluster } = facts;
  const version = managedCluster?.kubernetesVersion;
  const needs = needsOf(move, target).filter(
    ({ outcome }) => version === undefined || outcome === 'blocked',
  );
  if (needs.length === 0) {
    return undefined;
  }
  const minimum = needs
    .map(({ minAksVersion }) => minAksVersion)
    .reduce((highest, each) =>
      isAtLeastVersion(each, highest) ? each : highest,
    );
  const names = [...new Set(needs.map(({ name }) => name))].join(', ');
  return requirement({
    id: 'aks-version',
    met: version === undefined ? 'unknown' : false,
    message: `Needs AKS ${minimum} for ${names}, ${
      version === undefined
        ? 'and the version of the cluster was not read'
        : `has ${version}`
    }.`,
    evidence:
      managedCluster === undefined || version === undefined
        ? []
        : [
            armEvidence({
              armId: managedCluster.armId,
              field: 'properties.currentKubernetesVersion',
              value: version,
              meaning:
                'The version decides which fields the managed Gateway API has.',
            }),
          ],
    source: 'managedGatewayApi',
  });
};

/** What asks for a field that not every version has. */
function needsOf({ annotations, effects }: Move, target: MigrationTarget) {
  const needs: Need[] = [];
  for (const { name, targets } of annotations) {
    addNeeds(needs, name, targets, target);
  }
  for (const { id, targets } of effects) {
    addNeeds(needs, id, targets, target);
  }
  return needs;
}

interface Need {
  name: string;
  outcome: AnnotationOutcome;
  minAksVersion: string;
}

function addNeeds(
  needs: Need[],
  name: string,
  targets: readonly AnnotationTargetVerdict[],
  target: MigrationTarget,
): void {
  for (const { target: other, outcome, minAksVersion } of targets) {
    if (other === target && minAksVersion !== undefined) {
      needs.push({ name, outcome, minAksVersion });
    }
  }
}
