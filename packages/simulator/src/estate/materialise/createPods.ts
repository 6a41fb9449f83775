import { StoredObject } from '../types';
import { chooseNodes } from './chooseNodes';
import { completeWorkload, isWorkload } from './completeWorkload';
import { createPod } from './createPod';
import { createReplicaSet } from './createReplicaSet';
import { hashOf, suffixOf } from './derive';
import { fieldsOf, isSelected, labelsOf, specOf } from './fields';
import { workloadStatus } from './workloadStatus';

/** Runs the workloads: gives them ReplicaSets, pods on nodes, and a status that counts the pods. */
export function createPods(
  objects: StoredObject[],
  cluster: string,
): StoredObject[] {
  const nodes = objects.filter(({ kind }) => kind === 'Node');
  const explicitPods = objects.filter(({ kind }) => kind === 'Pod');
  const nextAddress = new Map<string, number>();
  const result: StoredObject[] = [];
  for (const object of objects) {
    if (!isWorkload(object)) {
      result.push(object);
      continue;
    }
    const ran = runWorkload({
      workload: completeWorkload(object),
      cluster,
      nodes,
      explicitPods,
      nextAddress,
    });
    result.push(...ran);
  }
  return result;
}

interface RunOptions {
  workload: StoredObject;
  cluster: string;
  nodes: StoredObject[];
  explicitPods: StoredObject[];
  nextAddress: Map<string, number>;
}

function runWorkload(options: RunOptions): StoredObject[] {
  const { workload, cluster, nodes, explicitPods, nextAddress } = options;
  const spec = specOf(workload);
  const template = fieldsOf(spec.template);
  const candidates = chooseNodes(nodes, fieldsOf(template.spec));
  const replicas =
    workload.kind === 'DaemonSet' ? candidates.length : Number(spec.replicas);
  const statedReady = fieldsOf(workload.status).readyReplicas;
  const ready =
    candidates.length === 0
      ? 0
      : Math.min(replicas, Number(statedReady ?? replicas));
  const completed = {
    ...workload,
    status: {
      ...workloadStatus(workload.kind, replicas, ready),
      ...fieldsOf(workload.status),
    },
  };
  const selector = labelsOf(fieldsOf(spec.selector).matchLabels);
  const hasPods = explicitPods.some(
    pod =>
      pod.metadata.namespace === workload.metadata.namespace &&
      isSelected(pod.metadata.labels ?? {}, selector),
  );
  if (hasPods) {
    return [completed];
  }

  const owners: StoredObject[] = [];
  let owner: StoredObject = completed;
  let labels = labelsOf(fieldsOf(template.metadata).labels);
  if (workload.kind === 'Deployment') {
    const hash = suffixOf(
      10,
      cluster,
      workload.metadata.namespace ?? '',
      workload.metadata.name,
    );
    labels = { ...labels, 'pod-template-hash': hash };
    owner = createReplicaSet({ completed, cluster, labels, hash, ready });
    owners.push(owner);
  }
  const pods = Array.from({ length: replicas }, (_, index) =>
    createPod({
      cluster,
      workload,
      nextAddress,
      owner,
      index,
      labels,
      template,
      node: pickNode(candidates, workload, index),
      isReady: index < ready,
    }),
  );
  return [completed, ...owners, ...pods];
}

function pickNode(
  candidates: StoredObject[],
  workload: StoredObject,
  index: number,
): StoredObject | undefined {
  if (candidates.length === 0) {
    return undefined;
  }
  const start =
    workload.kind === 'DaemonSet' ? 0 : hashOf(workload.metadata.name);
  return candidates[(start + index) % candidates.length];
}
