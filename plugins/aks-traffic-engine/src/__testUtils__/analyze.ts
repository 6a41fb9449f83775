import {
  EntryPoint,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { analyzeCluster } from '../analyzeCluster';
import { ClusterAnalysis } from '../model/analysis';
import { ResourceRow } from '../model/estate';
import { KubernetesObject } from '../model/observation';
import { observedResources } from '../objects/observedResources';

export const clusterId =
  '/subscriptions/0000/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks';

/** What can stand in front of a private address. Estates have these read whole, unless a test says otherwise. */
export const forwarderTypes = [
  'microsoft.network/applicationgateways',
  'microsoft.network/azurefirewalls',
  'microsoft.network/privatelinkservices',
];

export interface AnalyzeOptions {
  origin?: 'api' | 'files';
  /** Resources that could not be read, by plural name. */
  unread?: string[];
  rows?: ResourceRow[];
  readTypes?: string[];
  /** ISO date of the verdicts. */
  now?: string;
}

/** The verdicts for a cluster with these objects, everything else read and empty. */
export function analyze(
  objects: KubernetesObject[],
  options: AnalyzeOptions = {},
): ClusterAnalysis {
  const { origin = 'api', unread = [], rows = [], now } = options;
  return analyzeCluster(
    {
      cluster: 'aks',
      armId: rows.length > 0 ? clusterId : undefined,
      coverage: 'complete',
      gaps: [],
      origin,
      reads:
        origin === 'files'
          ? []
          : observedResources.map(({ group, resource }) => ({
              group,
              resource,
              state: unread.includes(resource) ? 'forbidden' : 'complete',
            })),
      objects,
    },
    { rows, gaps: [], readTypes: options.readTypes ?? forwarderTypes },
    { now: new Date(now ?? '2026-11-22T12:00:00Z') },
  );
}

/** One Service's traffic; `shop/web` unless another is named. */
export function trafficOf(
  analysis: ClusterAnalysis,
  name = 'shop/web',
): ServiceTraffic {
  const found = analysis.services.find(
    ({ namespace, service }) => `${namespace}/${service}` === name,
  );
  if (!found) {
    throw new Error(`No Service ${name}`);
  }
  return found;
}

/** One Service's assessment; `shop/web` unless another is named. */
export function assessmentOf(
  analysis: ClusterAnalysis,
  name = 'shop/web',
): ServiceAssessment {
  const found = analysis.assessments.find(
    ({ namespace, service }) => `${namespace}/${service}` === name,
  );
  if (!found) {
    throw new Error(`No assessment of ${name}`);
  }
  return found;
}

/** What a test mostly wants to know of a Service: its ways in that count, and how sure they are. */
export function waysInto(analysis: ClusterAnalysis, name?: string): string[] {
  return trafficOf(analysis, name)
    .entryPoints.filter(({ attached }) => attached !== false)
    .map(
      ({ system, exposure, confidence }) =>
        `${system} ${exposure} ${confidence}`,
    );
}

/** The only entry point of a Service. */
export function onlyEntry(
  analysis: ClusterAnalysis,
  name?: string,
): EntryPoint {
  const { entryPoints } = trafficOf(analysis, name);
  if (entryPoints.length !== 1) {
    throw new Error(`${entryPoints.length} entry points`);
  }
  return entryPoints[0];
}

/** Orphans as `Kind name`. */
export function orphansOf(analysis: ClusterAnalysis): string[] {
  return analysis.orphans.map(
    ({ resource }) => `${resource.kind} ${resource.name}`,
  );
}

/** The row of the cluster that `analyze` stands for. */
export function clusterRow(
  properties: Record<string, unknown> = {},
): ResourceRow {
  return {
    id: clusterId,
    name: 'aks',
    type: 'microsoft.containerservice/managedclusters',
    subscriptionId: '0000',
    resourceGroup: 'rg',
    properties: { nodeResourceGroup: 'MC_rg_aks', ...properties },
  };
}
