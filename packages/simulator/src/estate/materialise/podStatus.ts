import { createHash } from 'node:crypto';
import { StoredObject } from '../types';
import { internalIpOf } from './completeNodes';
import { Fields, listOf, specOf } from './fields';

/** What kubelet reports of a pod that runs on its node. */
export function runningStatus(options: {
  pod: StoredObject;
  node: StoredObject;
  isReady: boolean;
  /** When the pod was created. */
  since: string;
  nextAddress: Map<string, number>;
}): Fields {
  const { pod, node, isReady, since, nextAddress } = options;
  const spec = specOf(pod);
  const hostIp = internalIpOf(node);
  const podIp = spec.hostNetwork ? hostIp : allocatePodIp(node, nextAddress);
  const ready = isReady ? 'True' : 'False';
  return {
    phase: 'Running',
    conditions: [
      condition('PodReadyToStartContainers', 'True', since),
      condition('Initialized', 'True', since),
      condition('Ready', ready, since),
      condition('ContainersReady', ready, since),
      condition('PodScheduled', 'True', since),
    ],
    hostIP: hostIp,
    hostIPs: [{ ip: hostIp }],
    podIP: podIp,
    podIPs: [{ ip: podIp }],
    containerStatuses: listOf(spec.containers).map(({ name, image }) => ({
      containerID: `containerd://${digestOf(pod, `container ${name}`)}`,
      image,
      imageID: `${withoutTag(String(image))}@sha256:${digestOf(image)}`,
      lastState: {},
      name,
      ready: isReady,
      restartCount: 0,
      started: true,
      state: { running: { startedAt: since } },
    })),
    qosClass: 'Burstable',
    startTime: since,
  };
}

/** What the scheduler reports of a pod that fits on no node. */
export function pendingStatus(since: string): Fields {
  return {
    phase: 'Pending',
    conditions: [
      {
        ...condition('PodScheduled', 'False', since),
        reason: 'Unschedulable',
        message: 'no node fits the pod',
      },
    ],
    qosClass: 'Burstable',
  };
}

function condition(type: string, status: string, since: string): Fields {
  return { lastProbeTime: null, lastTransitionTime: since, status, type };
}

function withoutTag(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^:/]+$/, '');
}

function digestOf(...parts: unknown[]): string {
  return createHash('sha256')
    .update(
      parts
        .map(part =>
          typeof part === 'string'
            ? part
            : JSON.stringify((part as StoredObject).metadata),
        )
        .join('\u0000'),
    )
    .digest('hex');
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
