import { ResolveContext } from '../model/resolveContext';
import { controllersReadWhole, waysInReadWhole } from '../objects/entryKinds';
import { ControllerInstance } from '../systems/ControllerInstance';
import { clusterFacts, ClusterFacts } from '../targets/ClusterFacts';
import { clusterTargets, ClusterTargets } from '../targets/clusterTargets';

/** What the assessments of a cluster's services have in common. */
export class ClusterView {
  readonly context: ResolveContext;
  readonly now: Date;
  /** Whether everything that can lead to a service was read. */
  readonly waysInKnown: boolean;
  /** Whether everything that decides who serves it was read. */
  readonly controllersKnown: boolean;
  private found?: { facts: ClusterFacts; targets: ClusterTargets };

  constructor(
    private readonly options: {
      context: ResolveContext;
      controllers: readonly ControllerInstance[];
      now: Date;
    },
  ) {
    const { context, now } = options;
    this.context = context;
    this.now = now;
    this.waysInKnown = waysInReadWhole(context.index);
    this.controllersKnown = controllersReadWhole(context.index);
  }

  /** What targets need and the cluster has; compared when the first service has to move. */
  get targets(): { facts: ClusterFacts; targets: ClusterTargets } {
    if (this.found === undefined) {
      const facts = clusterFacts(this.options);
      this.found = { facts, targets: clusterTargets(facts) };
    }
    return this.found;
  }
}
