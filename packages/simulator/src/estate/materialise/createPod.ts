import { StoredObject } from '../types';
import { internalIpOf } from './completeNodes';
import { suffixOf } from './derive';
import { Fields, fieldsOf, labelsOf, listOf, specOf } from './fields';
import { ownerReference } from './ownerReference';

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
  const { workload, cluster, owner, index, labels, template, node, isReady } =
    options;
  const podSpec = fieldsOf(template.spec);
  const name =
    workload.kind === 'StatefulSet'
      ? `${owner.metadata.name}-${index}`
      : `${owner.metadata.name}-${suffixOf(
          5,
          cluster,
          owner.metadata.namespace ?? '',
          owner.metadata.name,
          index,
        )}`;
  const annotations = labelsOf(fieldsOf(template.metadata).annotations);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: workload.metadata.namespace,
      labels,
      ...(Object.keys(annotations).length > 0 && { annotations }),
      ownerReferences: [ownerReference(cluster, owner)],
    },
    spec: {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      ...podSpec,
      ...(node && { nodeName: node.metadata.name }),
    },
    status: node
      ? runningStatus({ ...options, node, podSpec, isReady })
      : {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: 'no node fits the pod',
            },
          ],
          qosClass: 'Burstable',
        },
  };
}

function runningStatus(options: {
  node: StoredObject;
  podSpec: Fields;
  isReady: boolean;
  nextAddress: Map<string, number>;
}): Fields {
  const { node, podSpec, isReady, nextAddress } = options;
  const hostIp = internalIpOf(node);
  const podIp = podSpec.hostNetwork ? hostIp : allocatePodIp(node, nextAddress);
  const ready = isReady ? 'True' : 'False';
  return {
    phase: 'Running',
    conditions: [
      { type: 'PodReadyToStartContainers', status: 'True' },
      { type: 'Initialized', status: 'True' },
      { type: 'Ready', status: ready },
      { type: 'ContainersReady', status: ready },
      { type: 'PodScheduled', status: 'True' },
    ],
    hostIP: hostIp,
    hostIPs: [{ ip: hostIp }],
    podIP: podIp,
    podIPs: [{ ip: podIp }],
    containerStatuses: listOf(podSpec.containers).map(container => ({
      name: container.name,
      image: container.image,
      ready: isReady,
      started: true,
      restartCount: 0,
      state: { running: {} },
    })),
    qosClass: 'Burstable',
  };
}

function allocatePodIp(
  node: StoredObject,
  nextAddress: Map<string, number>,
): string {
  const [range] = String(specOf(node).podCIDR).split('/');
  const next = (nextAddress.get(range) ?? 3) + 1;
  nextAddress.set(range, next);
  return `${range.slice(0, range.lastIndexOf('.'))}.${next}`;
}
