import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../../azure/facts';
import { Workload } from '../../model/draft';
import { armEvidence, objectEvidence } from '../../objects/evidence';
import { field } from '../../objects/field';
import { matchesNodeAffinity } from './matchesNodeAffinity';
import { SchedulablePool } from './SchedulablePool';
import { untoleratedTaint } from './untoleratedTaint';

/**
 * The pools whose nodes a workload's pods can run on, and why others were left out. When nothing fits, nothing was
 * decided: all pools are given.
 */
export function poolsForWorkload(options: {
  cluster: ManagedCluster;
  pools: readonly SchedulablePool[];
  workload: Workload;
}): { pools: readonly SchedulablePool[]; evidence: Evidence[] } {
  const { cluster, pools, workload } = options;
  const fitting: SchedulablePool[] = [];
  const unselected: string[] = [];
  const evidence: Evidence[] = [];
  for (const pool of pools) {
    if (!matchesNodeAffinity(workload.podSpec, pool)) {
      unselected.push(pool.name);
      continue;
    }
    const taint = untoleratedTaint(workload.podSpec, pool.taints);
    if (taint === undefined) {
      fitting.push(pool);
      continue;
    }
    evidence.push(
      armEvidence({
        armId: cluster.armId,
        field: `${pool.field}.nodeTaints`,
        value: taint,
        meaning: `Pods of ${workload.reference.kind} ${workload.reference.name} do not tolerate it, so they do not run in pool ${pool.name}`,
      }),
    );
  }
  if (unselected.length > 0) {
    evidence.push(placementEvidence(workload, unselected));
  }
  return fitting.length > 0
    ? { pools: fitting, evidence }
    : { pools, evidence };
}

function placementEvidence(workload: Workload, pools: string[]): Evidence {
  const path =
    workload.reference.kind === 'Pod' ? 'spec' : 'spec.template.spec';
  const selector = field(workload.podSpec, 'nodeSelector');
  return objectEvidence({
    object: workload.reference,
    field: selector === undefined ? `${path}.affinity` : `${path}.nodeSelector`,
    value: selector ?? field(workload.podSpec, 'affinity.nodeAffinity'),
    meaning: `Keeps its pods off ${
      pools.length === 1 ? 'pool' : 'pools'
    } ${pools.join(', ')}`,
  });
}
