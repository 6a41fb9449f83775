import { ClusterObservation, KubernetesObject } from '../../model/observation';
import { Estate, ResourceRow } from '../../model/estate';
import { Workload } from '../../model/draft';
import { WorkloadQuestion } from '../../model/stages';
import { buildAzureIndex } from '../../azure/buildAzureIndex';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { field, textMapField } from '../../objects/field';
import { annotationsOf, labelsOf, referenceOf } from '../../objects/metadata';

const subscription = '/subscriptions/00000000-0000-0000-0000-000000000001';

export const clusterId = `${subscription}/resourceGroups/rg-shop/providers/Microsoft.ContainerService/managedClusters/shop`;
export const nodeGroup = `${subscription}/resourceGroups/MC_shop`;
export const vnetId = net('virtualNetworks/vnet');
export const nodesSubnetId = `${vnetId}/subnets/nodes`;

/** An id of a network resource in the shared resource group. */
export function net(path: string): string {
  return `${subscription}/resourceGroups/rg-net/providers/Microsoft.Network/${path}`;
}

/** A row with the type its id says. */
export function azureRow(
  id: string,
  properties: unknown = {},
  rest: Partial<ResourceRow> = {},
): ResourceRow {
  const segments = id.slice(id.indexOf('/providers/') + 11).split('/');
  const type = [
    segments[0],
    ...segments.filter((_, place) => place % 2 === 1),
  ].join('/');
  return {
    id,
    name: segments.at(-1)!,
    type: type.toLowerCase(),
    properties,
    ...rest,
  };
}

/** The cluster `shop` with one pool in the subnet `nodes`, unless told otherwise. */
export function clusterRow(
  options: {
    outboundType?: string;
    network?: Record<string, unknown>;
    pools?: unknown[];
    properties?: Record<string, unknown>;
  } = {},
): ResourceRow {
  return azureRow(clusterId, {
    nodeResourceGroup: 'MC_shop',
    networkProfile: {
      outboundType: options.outboundType ?? 'loadBalancer',
      ...options.network,
    },
    agentPoolProfiles: options.pools ?? [
      { name: 'user', mode: 'User', vnetSubnetID: nodesSubnetId },
    ],
    ...options.properties,
  });
}

/** The subnet `nodes`, or another one of its network. */
export function subnetRow(
  properties: Record<string, unknown> = {},
  id: string = nodesSubnetId,
): ResourceRow {
  return azureRow(id, properties);
}

export function routeTableRow(
  routes: [prefix: string, type: string, address?: string][],
  properties: Record<string, unknown> = {},
): ResourceRow {
  return azureRow(net('routeTables/udr'), {
    routes: routes.map(([addressPrefix, nextHopType, nextHopIpAddress]) => ({
      name: addressPrefix,
      properties: { addressPrefix, nextHopType, nextHopIpAddress },
    })),
    ...properties,
  });
}

export function publicIpRow(name: string, ipAddress?: string): ResourceRow {
  return azureRow(net(`publicIPAddresses/${name}`), { ipAddress });
}

/** A Deployment's worth of workload with a pod spec. */
export function workloadOf(
  podSpec: Record<string, unknown> = {},
  podMetadata: { annotations?: Record<string, string> } = {},
): Workload {
  const object: KubernetesObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { template: { metadata: podMetadata, spec: podSpec } },
  };
  return {
    object,
    reference: referenceOf(object),
    namespace: 'shop',
    labels: labelsOf(object),
    podLabels: textMapField(object, 'spec.template.metadata.labels'),
    podAnnotations: annotationsOf({
      ...object,
      metadata: { name: 'web', ...podMetadata },
    }),
    podSpec: field(object, 'spec.template.spec'),
  };
}

export function observationOf(
  objects: KubernetesObject[],
  reads: ClusterObservation['reads'] = [],
): ClusterObservation {
  return {
    cluster: 'shop',
    armId: clusterId,
    coverage: 'complete',
    gaps: [],
    origin: 'api',
    reads,
    objects,
  };
}

/** A question about workloads in an estate of these rows. */
export function questionOf(
  rows: ResourceRow[],
  options: {
    workloads?: Workload[];
    observation?: ClusterObservation;
    readTypes?: string[];
  } = {},
): WorkloadQuestion {
  const estate: Estate = {
    rows,
    gaps: [],
    readTypes: options.readTypes ?? [],
  };
  const azure = buildAzureIndex(estate);
  return {
    azure,
    index: ClusterIndex.create(options.observation ?? observationOf([])),
    managedCluster: azure.cluster({ armId: clusterId }),
    namespace: 'shop',
    workloads: options.workloads ?? [workloadOf()],
  };
}
