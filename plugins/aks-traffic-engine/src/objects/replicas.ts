import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ClusterObservation, KubernetesObject } from '../model/observation';
import { objectEvidence } from './evidence';
import { field, numberField } from './field';
import { kinds } from './kinds';

/** How many pods of a workload answer, or are asked for where nothing says how many do. */
export interface Replicas {
  count: number;
  /** Made when it is asked for: most workloads have enough replicas, and nothing is said of them. */
  evidence: () => Evidence;
}

/** Reads the replicas of a Deployment, StatefulSet or DaemonSet; `undefined` where neither status nor spec tells. */
export function replicasOf(
  object: KubernetesObject,
  origin: ClusterObservation['origin'],
): Replicas | undefined {
  const isDaemonSet = object.kind === kinds.daemonSet.kind;
  const total = isDaemonSet
    ? 'status.desiredNumberScheduled'
    : 'status.replicas';
  if (origin === 'api' && numberField(object, total) !== undefined) {
    const path = isDaemonSet ? 'status.numberReady' : 'status.readyReplicas';
    // An API server leaves the field out when it is zero.
    const ready = numberField(object, path) ?? 0;
    return evidenced(object, path, ready, 'Pods that are ready');
  }
  const asked = numberField(object, 'spec.replicas');
  return isDaemonSet || asked === undefined
    ? undefined
    : evidenced(object, 'spec.replicas', asked, 'Pods that are asked for');
}

function evidenced(
  object: KubernetesObject,
  path: string,
  count: number,
  meaning: string,
): Replicas {
  return {
    count,
    evidence: () =>
      objectEvidence({
        object,
        field: path,
        value: field(object, path) ?? count,
        meaning,
      }),
  };
}
