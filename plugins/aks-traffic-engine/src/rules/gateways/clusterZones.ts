import { AnalysisDraft } from '../../model/draft';
import { AssessmentInput } from '../../model/stages';
import { KubernetesObject } from '../../model/observation';
import { kinds } from '../../objects/kinds';
import { labelOf } from '../../objects/metadata';

export const zoneLabel = 'topology.kubernetes.io/zone';

/** The availability zone of a node. Azure labels nodes outside of zones with a number of its own, `0` and up. */
export function zoneOf(node: KubernetesObject): string | undefined {
  const zone = labelOf(node, zoneLabel);
  return zone === undefined || /^\d+$/.test(zone) || zone === ''
    ? undefined
    : zone;
}

const remembered = new WeakMap<AnalysisDraft, boolean>();

/** Whether the cluster has nodes in more than one zone: only then can anything be spread over zones. */
export function hasZones(input: AssessmentInput): boolean {
  const known = remembered.get(input.draft) ?? countsZones(input);
  remembered.set(input.draft, known);
  return known;
}

function countsZones({ draft, index }: AssessmentInput): boolean {
  const zones = new Set(
    index.list(kinds.node).flatMap(node => zoneOf(node) ?? []),
  );
  return (
    zones.size > 1 ||
    (draft.managedCluster?.nodePools.some(
      ({ availabilityZones }) => availabilityZones.length > 1,
    ) ??
      false)
  );
}
