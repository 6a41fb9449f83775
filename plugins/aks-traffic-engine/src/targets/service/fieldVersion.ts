import {
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
  const needs = needsOf(move, target, version === undefined);
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

interface Need {
  name: string;
  minAksVersion: string;
}

/** What asks for a field that not every version has; on a known version only what that does not have. */
function needsOf(
  { annotations, effects }: Move,
  target: MigrationTarget,
  ofAnyVersion: boolean,
): Need[] {
  const needs: Need[] = [];
  const add = (name: string, targets: readonly AnnotationTargetVerdict[]) => {
    for (const verdict of targets) {
      const { outcome, minAksVersion } = verdict;
      if (
        verdict.target === target &&
        minAksVersion !== undefined &&
        (ofAnyVersion || outcome === 'blocked')
      ) {
        needs.push({ name, minAksVersion });
      }
    }
  };
  annotations.forEach(({ name, targets }) => add(name, targets));
  effects.forEach(({ id, targets }) => add(id, targets));
  return needs;
}
