import { ResolveContext } from '../model/resolveContext';
import { controllersReadWhole, waysInReadWhole } from '../objects/entryKinds';
import { ClusterFacts } from '../targets/ClusterFacts';
import { ClusterTargets } from '../targets/clusterTargets';
import { ServiceTargets } from '../targets/ServiceTargets';

/** What the assessments of a cluster's services have in common. */
export interface ClusterView {
  context: ResolveContext;
  now: Date;
  /** Where its services can move to. */
  targets: ServiceTargets;
  /** Whether everything that can lead to a service was read. */
  waysInKnown: boolean;
  /** Whether everything that decides who serves it was read. */
  controllersKnown: boolean;
}

/** Looks up once what every service of a cluster is assessed by. */
export function clusterView(
  facts: ClusterFacts,
  cluster: ClusterTargets,
): ClusterView {
  const { context, now } = facts;
  const controllersKnown = controllersReadWhole(context.index);
  return {
    context,
    now,
    targets: new ServiceTargets({
      facts,
      cluster,
      // Files are judged by what they say: what they leave out is nothing that could not be read.
      controllersKnown: controllersKnown || context.index.origin === 'files',
    }),
    waysInKnown: waysInReadWhole(context.index),
    controllersKnown,
  };
}
