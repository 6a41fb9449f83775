import { StoredObject } from '../types';
import { admitPodSpec } from './admitPodSpec';
import { createdAt } from './createdAt';
import { suffixOf } from './derive';
import { Fields, fieldsOf, labelsOf } from './fields';
import { ownerReference } from './ownerReference';
import { pendingStatus, runningStatus } from './podStatus';

export interface CreatePodOptions {
  cluster: string;
  workload: StoredObject;
  /** The workload itself, or the ReplicaSet between it and its pods. */
  owner: StoredObject;
  index: number;
  labels: Record<string, string>;
  template: Fields;
  /** Absent when no node fits. */
  node: StoredObject | undefined;
  isReady: boolean;
  /** Last part of the newest pod address by pod range, kept over all pods of a cluster. */
  nextAddress: Map<string, number>;
}

/** One pod of a workload: running on its node, or pending where no node fits. */
export function createPod(options: CreatePodOptions): StoredObject {
  const { workload, cluster, owner, index, labels, template, node } = options;
  const suffix = suffixOf(
    5,
    cluster,
    owner.metadata.namespace ?? '',
    owner.metadata.name,
    index,
  );
  const isNumbered = workload.kind === 'StatefulSet';
  const annotations = labelsOf(fieldsOf(template.metadata).annotations);
  const pod: StoredObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${owner.metadata.name}-${isNumbered ? index : suffix}`,
      generateName: `${owner.metadata.name}-`,
      namespace: workload.metadata.namespace,
      labels,
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ownerReferences: [ownerReference(cluster, owner)],
    },
    spec: {
      ...admitPodSpec({ spec: fieldsOf(template.spec), suffix }),
      ...(node && { nodeName: node.metadata.name }),
    },
  };
  const since = createdAt(cluster, pod);
  return {
    ...pod,
    status: node
      ? runningStatus({ ...options, pod, node, since })
      : pendingStatus(since),
  };
}
