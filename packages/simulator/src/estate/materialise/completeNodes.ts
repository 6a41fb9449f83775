import { StoredObject } from '../types';
import { fieldsOf, listOf, specOf } from './fields';

/** Gives nodes what kubelet reports: operating system labels, pod range, capacity, conditions. */
export function completeNodes(
  objects: StoredObject[],
  version: string,
): StoredObject[] {
  let index = -1;
  return objects.map(object => {
    if (object.kind !== 'Node') {
      return object;
    }
    index += 1;
    const podCidr = `10.${244 + (index >> 8)}.${index & 255}.0/24`;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        labels: {
          'beta.kubernetes.io/arch': 'amd64',
          'beta.kubernetes.io/os': 'linux',
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': object.metadata.name,
          'kubernetes.io/os': 'linux',
          ...object.metadata.labels,
        },
      },
      spec: { podCIDR: podCidr, podCIDRs: [podCidr], ...specOf(object) },
      status: {
        capacity: { cpu: '4', memory: '16368760Ki', pods: '250' },
        allocatable: { cpu: '3860m', memory: '14164088Ki', pods: '250' },
        conditions: [
          condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
          condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
          condition('PIDPressure', 'False', 'KubeletHasSufficientPID'),
          condition('Ready', 'True', 'KubeletReady'),
        ],
        nodeInfo: {
          architecture: 'amd64',
          containerRuntimeVersion: 'containerd://2.1.6',
          kernelVersion: '6.8.0-1044-azure',
          kubeletVersion: `v${version}`,
          operatingSystem: 'linux',
          osImage: 'Ubuntu 24.04.3 LTS',
        },
        ...fieldsOf(object.status),
      },
    };
  });
}

/** The address other nodes reach this one at. */
export function internalIpOf(node: StoredObject): string | undefined {
  const address = listOf(fieldsOf(node.status).addresses).find(
    ({ type }) => type === 'InternalIP',
  );
  return address?.address as string | undefined;
}

function condition(type: string, status: string, reason: string) {
  return { type, status, reason, message: reason };
}
