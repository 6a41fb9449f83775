import { StoredObject } from '../types';
import { isService } from './completeServices';
import { suffixOf, uidOf } from './derive';
import {
  Fields,
  fieldsOf,
  isSelected,
  labelsOf,
  listOf,
  specOf,
} from './fields';

const serviceNameLabel = 'kubernetes.io/service-name';

/** The EndpointSlices of Services with a selector, for pods that have an address. */
export function createEndpointSlices(
  objects: StoredObject[],
  cluster: string,
): StoredObject[] {
  const podsByNamespace = new Map<string | undefined, StoredObject[]>();
  const zones = new Map<string, string | undefined>();
  const served = new Set<string>();
  for (const object of objects) {
    const { namespace, name, labels } = object.metadata;
    if (object.kind === 'Pod') {
      const pods = podsByNamespace.get(namespace) ?? [];
      pods.push(object);
      podsByNamespace.set(namespace, pods);
    } else if (object.kind === 'Node') {
      zones.set(name, labels?.['topology.kubernetes.io/zone']);
    } else if (object.kind === 'EndpointSlice') {
      served.add(`${namespace}/${labels?.[serviceNameLabel]}`);
    }
  }

  const slices: StoredObject[] = [];
  for (const service of objects.filter(isService)) {
    const { namespace, name } = service.metadata;
    const selector = labelsOf(specOf(service).selector);
    if (
      Object.keys(selector).length === 0 ||
      served.has(`${namespace}/${name}`)
    ) {
      continue;
    }
    const pods = (podsByNamespace.get(namespace) ?? []).filter(
      pod =>
        isSelected(pod.metadata.labels ?? {}, selector) &&
        fieldsOf(pod.status).podIP,
    );
    slices.push(createSlice({ service, pods, zones, cluster }));
  }
  return slices;
}

function createSlice(options: {
  service: StoredObject;
  pods: StoredObject[];
  zones: Map<string, string | undefined>;
  cluster: string;
}): StoredObject {
  const { service, pods, zones, cluster } = options;
  const { name, namespace, labels } = service.metadata;
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${suffixOf(5, cluster, namespace ?? '', name, 'slice')}`,
      namespace,
      labels: {
        ...labels,
        'endpointslice.kubernetes.io/managed-by':
          'endpointslice-controller.k8s.io',
        [serviceNameLabel]: name,
      },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name,
          uid: uidOf(cluster, service),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    addressType: 'IPv4',
    endpoints: pods.map(pod => createEndpoint(pod, { zones, cluster })),
    ports: listOf(specOf(service).ports).map(port => ({
      name: port.name ?? '',
      port: resolveTargetPort(port, pods),
      protocol: port.protocol ?? 'TCP',
    })),
  };
}

function createEndpoint(
  pod: StoredObject,
  options: { zones: Map<string, string | undefined>; cluster: string },
): Fields {
  const status = fieldsOf(pod.status);
  const nodeName = specOf(pod).nodeName as string | undefined;
  const zone = nodeName && options.zones.get(nodeName);
  const isReady = listOf(status.conditions).some(
    condition => condition.type === 'Ready' && condition.status === 'True',
  );
  return {
    addresses: [status.podIP],
    conditions: { ready: isReady, serving: isReady, terminating: false },
    ...(nodeName && { nodeName }),
    ...(zone && { zone }),
    targetRef: {
      kind: 'Pod',
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      uid: uidOf(options.cluster, pod),
    },
  };
}

function resolveTargetPort(port: Fields, pods: StoredObject[]): unknown {
  const target = port.targetPort ?? port.port;
  if (typeof target === 'number') {
    return target;
  }
  for (const pod of pods) {
    for (const container of listOf(specOf(pod).containers)) {
      const named = listOf(container.ports).find(({ name }) => name === target);
      if (named) {
        return named.containerPort;
      }
    }
  }
  return port.port;
}
