import { RestateOptions } from 'backstage-plugin-aks-traffic-engine';

/** States stored verdicts anew when a day begins. Never talks to a cluster or to Azure. */
export interface RestateStore {
  /** Clusters whose verdicts speak of an earlier day. */
  clustersToRestate(now: Date): Promise<string[]>;
  /**
   * States the verdicts on a cluster as they stand on a day, in one transaction. Rows that the day does not change are
   * not written.
   *
   * @returns whether anything that is said of the cluster changed.
   */
  restateCluster(
    options: RestateOptions & { cluster: string },
  ): Promise<boolean>;
}
