import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Severity } from 'backstage-plugin-aks-traffic-common';
import { PatternPolicy } from 'backstage-plugin-aks-traffic-engine';
import { ReadLimits } from 'backstage-plugin-aks-traffic-node';

/** Who reads Azure. */
export type AzureCredentialConfig =
  | { kind: 'default' }
  | {
      kind: 'client-secret';
      tenantId: string;
      clientId: string;
      clientSecret: string;
    }
  | {
      kind: 'workload-identity';
      tenantId?: string;
      clientId?: string;
      tokenFilePath?: string;
    }
  | { kind: 'managed-identity'; clientId?: string };

/** What of Azure is read; neither for everything the identity may see. */
export interface AzureScope {
  subscriptions?: string[];
  managementGroups?: string[];
}

/** How Azure is reached and read. */
export interface AzureConfig {
  resourceManager: string;
  /** Audience of tokens for Azure Resource Manager, as an OAuth scope. */
  resourceManagerScope: string;
  authorityHost: string;
  disableInstanceDiscovery: boolean;
  credential: AzureCredentialConfig;
  scope: AzureScope;
  /** Whether API servers of clusters that Azure lists may have addresses of private networks. */
  allowPrivateApiServers: boolean;
  /** Certificate authorities as PEM, in addition to the system's. */
  caData?: string;
  timeoutMs: number;
}

/** A cluster listed in app-config. */
export interface StaticClusterConfig {
  name: string;
  url: string;
  /** PEM. */
  caData?: string;
  token: { kind: 'value'; value: string } | { kind: 'file'; path: string };
  armId?: string;
}

/** How clusters are watched. */
export interface WatchConfig {
  /** Most clusters of one replica. */
  maxClusters: number;
  /** How often everything is listed anew all the same. */
  relistEveryMs: number;
}

/** Everything under `aksTraffic`, checked and with its defaults. */
export interface AksTrafficConfig {
  /** Absent: Azure is not read. */
  azure?: AzureConfig;
  clusters: StaticClusterConfig[];
  inCluster?: { name: string; armId?: string };
  kubernetes: {
    limits: ReadLimits;
    clustersAtOnce: number;
    aadServerApplicationId: string;
  };
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** How long one source of clusters beside Azure may take: shorter than the look for clusters that asks it. */
  sourceTimeoutMs: number;
  staleAfterMs: number;
  /** How young a reading is that is not repeated on request. */
  freshForMs: number;
  /** How long it is remembered what was at risk. */
  keepHistoryForMs: number;
  /** Severity by rule id, over the engine's own. */
  severities: Record<string, Severity>;
  /** Whether owners are told of retirements. */
  notifyOwners: boolean;
  /** Users and groups that may see sensitive values of what they do not own. */
  sensitiveReaders: string[];
  /** What the platform team says of patterns for new services. */
  patternPolicy: PatternPolicy[];
  shards: number;
  /** Absent: clusters are read in turn only. */
  watch?: WatchConfig;
}
