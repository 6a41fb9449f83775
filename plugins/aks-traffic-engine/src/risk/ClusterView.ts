import { ResolveContext } from '../model/resolveContext';
import { controllersReadWhole, waysInReadWhole } from '../objects/entryKinds';
import { ClusterFacts } from '../targets/ClusterFacts';
import { ClusterTargets } from '../targets/clusterTargets';

/** What the assessments of a cluster's services have in common. */
export interface ClusterView {
  context: ResolveContext;
  now: Date;
  /** What the cluster has of what targets need. */
  facts: ClusterFacts;
  targets: ClusterTargets;
  /** Whether everything that can lead to a service was read. */
  waysInKnown: boolean;
  /** Whether everything that decides who serves it was read. */
  controllersKnown: boolean;
}

/** Looks up once what every service of a cluster is assessed by. */
export function clusterView(
  facts: ClusterFacts,
  targets: ClusterTargets,
): ClusterView {
  const { context, now } = facts;
  return {
    context,
    now,
    facts,
    targets,
    waysInKnown: waysInReadWhole(context.index),
    controllersKnown: controllersReadWhole(context.index),
  };
}
