import { StoredObject } from '../types';
import { hashOf } from './derive';
import { Fields, fieldsOf, listOf, specOf } from './fields';

/** Gives Services what the API server defaults and allocates: addresses, node ports, policies. */
export function completeServices(
  objects: StoredObject[],
  cluster: string,
): StoredObject[] {
  const usedAddresses = new Set(
    objects
      .filter(isService)
      .map(object => specOf(object).clusterIP)
      .filter(address => address !== undefined),
  );
  const usedPorts = new Set<number>();
  return objects.map(object =>
    isService(object)
      ? completeService(object, {
          address: () => allocateAddress(usedAddresses, cluster, object),
          nodePort: (port: unknown) =>
            allocatePort(usedPorts, cluster, object, port),
        })
      : object,
  );
}

export function isService(object: StoredObject): boolean {
  return object.kind === 'Service' && object.apiVersion === 'v1';
}

interface Allocate {
  address(): string;
  nodePort(port: unknown): number;
}

function completeService(
  object: StoredObject,
  allocate: Allocate,
): StoredObject {
  const spec = specOf(object);
  const type = (spec.type as string | undefined) ?? 'ClusterIP';
  if (type === 'ExternalName') {
    return { ...object, status: { loadBalancer: {} } };
  }
  const hasNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const policy =
    hasNodePorts || spec.externalIPs
      ? spec.externalTrafficPolicy ?? 'Cluster'
      : undefined;
  const clusterIp = (spec.clusterIP as string) ?? allocate.address();
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ...(type === 'LoadBalancer' && {
        finalizers: ['service.kubernetes.io/load-balancer-cleanup'],
      }),
    },
    spec: {
      ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true }),
      clusterIP: clusterIp,
      clusterIPs: [clusterIp],
      ...(policy !== undefined && { externalTrafficPolicy: policy }),
      ...(policy === 'Local' &&
        type === 'LoadBalancer' && {
          healthCheckNodePort: allocate.nodePort('health'),
        }),
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      sessionAffinity: 'None',
      type,
      ...spec,
      ports: listOf(spec.ports).map(port => completePort(port)),
    },
    status: { loadBalancer: {}, ...fieldsOf(object.status) },
  };

  function completePort(port: Fields): Fields {
    return {
      protocol: 'TCP',
      targetPort: port.port,
      ...(hasNodePorts && { nodePort: allocate.nodePort(port.port) }),
      ...port,
    };
  }
}

function allocateAddress(
  used: Set<unknown>,
  cluster: string,
  { metadata }: StoredObject,
): string {
  for (let attempt = 0; ; attempt += 1) {
    const hash = hashOf(
      cluster,
      metadata.namespace ?? '',
      metadata.name,
      attempt,
    );
    const address = `10.0.${(hash >> 8) & 255}.${(hash & 127) + 20}`;
    if (!used.has(address)) {
      used.add(address);
      return address;
    }
  }
}

function allocatePort(
  used: Set<number>,
  cluster: string,
  { metadata }: StoredObject,
  port: unknown,
): number {
  for (let attempt = 0; ; attempt += 1) {
    const hash = hashOf(
      cluster,
      metadata.namespace ?? '',
      metadata.name,
      String(port),
      attempt,
    );
    const nodePort = 30000 + (hash % 2768);
    if (!used.has(nodePort)) {
      used.add(nodePort);
      return nodePort;
    }
  }
}
