import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  ClusterChoices,
  ClusterTarget,
  ClusterTraffic,
  EgressKind,
  ObjectRef,
  Orphan,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import {
  ClusterAnalysis,
  KubernetesObject,
} from 'backstage-plugin-aks-traffic-engine';
import { ServiceCondition } from '../permissions/serviceResource';
import { ClusterOverview } from './overview';
import { StoredWaiver } from '../waivers/waiverState';

/** A cluster as discovery describes it; nothing in it is secret. */
export interface KnownCluster {
  name: string;
  source: string;
  armId?: string;
  sku?: string;
  kubernetesVersion?: string;
  location?: string;
}

/** The reading of a cluster that is being served. */
export interface StoredSnapshot {
  coverage: 'complete' | 'partial';
  observedAt: string;
  /** When the verdicts were made. */
  analysedAt: string;
  /** What this reading itself lacks. */
  gaps: string[];
  /** Kinds of facts that were read whole, see `knownKinds`. */
  knownKinds: string[];
}

/** Everything the store knows about one cluster, its Services and orphans excepted. */
export interface StoredCluster extends KnownCluster {
  /** Absent until a reading succeeded once. */
  snapshot?: StoredSnapshot;
  /** Services in the snapshot. */
  services: number;
  /** Begin of the newest reading, successful or not, or under way. */
  attemptedAt?: string;
  /** When it was asked to be read before its time, and has not been since. */
  requestedAt?: string;
  /** Until when whoever reads it now may take. */
  claimedUntil?: string;
  /** Why the newest reading did not become the snapshot; empty when it did, or when there was none yet. */
  failureGaps: string[];
  /** Random: tells open pages of changes without telling anybody else what changed. */
  topic?: string;
  /** Set while discovery does not list the cluster any more. */
  missing?: { since: string; reason: string };
}

/** What one look at all sources of clusters gave. */
export interface DiscoveryRecord {
  clusters: KnownCluster[];
  /** Lower-case ids of the subscriptions of which Azure showed anything. */
  visibleSubscriptions: ReadonlySet<string>;
  complete: boolean;
  gaps: string[];
  /** By the clock that ends sweeps as well: the sweep before ends now, unless it has. */
  takenAt: Date;
  /** The look that this is of, which is measured and whose claim ends; without one, nobody else may be looking. */
  look?: { token: string; beganAt: Date };
}

/** How a sweep ended. */
export interface SweepResult {
  /** Revision of the discovery that began it. */
  revision: string;
  /** ISO time of the begin of its look for clusters. */
  beganAt: string;
  /** ISO time at which its last cluster was done, or the next sweep began. */
  endedAt: string;
  /** Clusters that were not due, because a watch follows them. */
  watched: number;
  /** Clusters that were read. */
  read: number;
  /** Clusters of which nothing could be read, or too little to show it. */
  failed: number;
  /** Clusters that were not read, or not to an end. */
  left: number;
}

/** The newest discovery, clusters excepted. */
export interface StoredDiscovery {
  /** Changes with each discovery. */
  revision: string;
  takenAt: string;
  complete: boolean;
  gaps: string[];
}

/** What recording a discovery changed. */
export interface DiscoveryChange {
  revision: string;
  added: string[];
  missing: string[];
  deleted: string[];
  /** The sweep before, when it had not ended. */
  overtaken?: SweepResult;
}

/** How far a sweep is; `endedAt` is absent while it goes on. */
export type SweepProgress = Omit<SweepResult, 'revision' | 'endedAt'> &
  Partial<Pick<SweepResult, 'endedAt'>>;

/** Which cluster a reader may take next. */
export interface ClaimOptions {
  /** The part of all clusters to choose from. */
  shard: { index: number; count: number };
  /** Revision of the newest discovery; a cluster is due once for each, and whenever somebody asked for it. */
  revision: string;
  now: Date;
  /** When the claim lapses, in case its holder dies. */
  until: Date;
}

/** The right to write one cluster's next reading. */
export interface ClusterClaim {
  cluster: string;
  /** Proves the right; once the claim has lapsed and another writer has the cluster, it opens nothing any more. */
  token: string;
  /** Why the reading before this one did not become the snapshot; empty when it did. */
  failureGaps: string[];
  /** What is served now. */
  snapshot?: StoredSnapshot;
}

/** A finished reading that is to be the new snapshot. */
export interface Replacement {
  cluster: string;
  /** Token of the claim under which the cluster was read. */
  claim: string;
  analysis: ClusterAnalysis;
  /** The objects that the verdicts name. */
  objects: readonly KubernetesObject[];
  observedAt: string;
  analysedAt: Date;
  knownKinds: string[];
  /** Whether every Service was listed; otherwise those that were not are not gone, and stay as they are. */
  servicesWhole: boolean;
}

/** A finished reading that is not worth replacing the snapshot, and why. */
export interface Retention {
  cluster: string;
  /** Token of the claim under which the cluster was read. */
  claim: string;
  /** Why, one sentence each; at least one. */
  gaps: string[];
  now: Date;
  /** What is known of the cluster without its Kubernetes API; kept only while there is no snapshot. */
  traffic?: ClusterTraffic;
}

/** Numbers of Service and orphan rows. */
export interface RowCounts {
  written: number;
  deleted: number;
  unchanged: number;
}

/**
 * What became of a write: `superseded` when the claim was no longer valid, because the reading took too long and
 * another one began, or because the cluster was deleted. Nothing was written then.
 */
export type ReplacementResult =
  | ({
      outcome: 'stored';
      /** Whether anything that is served of the cluster is another than before. That it is newer does not count. */
      changed: boolean;
    } & RowCounts)
  | { outcome: 'superseded' };

/** What became of a request for a reading. */
export type RequestResult =
  | { outcome: 'queued' }
  /** A reading is under way or was asked for already. */
  | { outcome: 'under-way' }
  /** The newest reading began too short a time ago. */
  | { outcome: 'too-soon'; attemptedAt: string }
  /** Discovery does not list the cluster any more, so nobody knows how to reach it. */
  | { outcome: 'missing'; reason: string }
  | { outcome: 'not-found' };

/** Which Services to find. */
export interface ServiceQuery {
  cluster?: string;
  namespace?: string;
  /** A necessary condition that an index can answer: the label exists, with one of the values if there are any. */
  lookup?: { key: string; values?: string[] };
  /** The exact condition, on the labels of the Service, its workloads and its routes. */
  accepts(labelSets: Record<string, string>[]): boolean;
  /** What the permission policy demands of Services. */
  conditions?: PermissionCriteria<ServiceCondition>;
  /** Most Services to return. */
  limit: number;
}

/** Services found, in the order of cluster, namespace and name. */
export interface ServiceResult {
  services: ServiceTraffic[];
  /** One for each of the services, in their order. */
  assessments: ServiceAssessment[];
  /** Whether everything was read that could add a finding to each of them. */
  readWhole: boolean[];
  /** For each of them, references of the owners of all entities that claim it. */
  claimOwners: string[][];
  /** Waivers of their findings, newest first, ended ones included. */
  waivers: StoredWaiver[];
  /** Whether there were more than `limit`. */
  truncated: boolean;
}

/** Every cluster by name, and how whole that list is. */
export interface ClusterView {
  clusters: StoredCluster[];
  /** Controllers and findings by cluster; known from Azure alone while a cluster has no snapshot. */
  traffic: ReadonlyMap<string, ClusterTraffic>;
  discovery?: StoredDiscovery;
}

/** All clusters there are. */
export interface AllClusters extends Omit<ClusterView, 'traffic'> {
  /** In a few words, what `traffic` of {@link ClusterView} has; by cluster. */
  overviews: ReadonlyMap<string, ClusterOverview>;
  /** Kinds of the ways out of its Services, by cluster. */
  egress: ReadonlyMap<string, EgressKind[]>;
}

/** One cluster with everything that is known of it as a whole. */
export interface ClusterRecord {
  cluster: StoredCluster;
  /** Absent while nothing is known. */
  traffic?: ClusterTraffic;
  /** Kinds of the ways out of its Services. */
  egress: EgressKind[];
}

/** Services found, and what is known of where they were looked for. */
export interface ServiceView extends ClusterView, ServiceResult {
  /** What the clusters looked at had in the place of {@link TrafficStore.readRevision}. */
  revision: string;
  /** Orphans of the clusters that hold the Services, by cluster. `traffic` has these clusters only, too. */
  orphans: ReadonlyMap<string, Orphan[]>;
}

/** Objects to read, by cluster. */
export type ObjectQuery = ReadonlyMap<string, readonly ObjectRef[]>;

/** One object as the snapshot of its cluster has it. */
export interface StoredClusterObject {
  cluster: string;
  /** ISO time of the reading behind the snapshot. */
  observedAt: string;
  object: KubernetesObject;
}

/** What a cluster has of what new services ask for. */
export interface ClusterOffers {
  targets: ClusterTarget[];
  /** Absent before the first reading, and for one from before they were kept. */
  choices?: ClusterChoices;
}

/** Keeps the newest good reading of every cluster. Never talks to a cluster or to Azure. */
export interface TrafficStore {
  /**
   * Brings the list of clusters up to date. A cluster that is no longer listed is marked first, and deleted when
   * complete discoveries go on not listing it for an hour.
   *
   * @throws ConflictError when the claim has lapsed and somebody else has looked, or is looking
   */
  recordDiscovery(record: DiscoveryRecord): Promise<DiscoveryChange>;
  readDiscovery(): Promise<StoredDiscovery | undefined>;

  /** The time as the database has it: claims begin and lapse by it, whatever the clocks of replicas say. */
  readTime(): Promise<Date>;
  /**
   * Takes the most urgent cluster of a shard: asked for first, then never read, then longest ago. One whose claim lapsed
   * without an outcome is due once more.
   */
  claimNext(options: ClaimOptions): Promise<ClusterClaim | undefined>;
  /** Says that the holders of claims live: they lapse at a later time. */
  extendClaims(options: {
    tokens: readonly string[];
    until: Date;
  }): Promise<void>;
  /**
   * Ends the sweep that is under way when none of its clusters is left to read; those that are followed are none of
   * them.
   *
   * @returns undefined while some are left, and for everybody but the first who finds that none is.
   */
  endSweep(options: { now: Date }): Promise<SweepResult | undefined>;
  /** Reads how far the newest sweep is; undefined before the first. */
  readSweep(options: { now: Date }): Promise<SweepProgress | undefined>;
  /** Gives a cluster back unread, so that another reader can have it at once. */
  releaseClaim(options: {
    cluster: string;
    token: string;
    now: Date;
  }): Promise<void>;
  /** Asks for a cluster to be read before its time. */
  requestReading(options: {
    cluster: string;
    now: Date;
    /** A reading that began after this is fresh enough. */
    freshAfter: Date;
  }): Promise<RequestResult>;

  /** Makes a reading the snapshot, in one transaction. Rows that did not change are not written. */
  replaceCluster(replacement: Replacement): Promise<ReplacementResult>;
  /** Keeps the snapshot there is, and remembers why. */
  keepCluster(
    retention: Retention,
  ): Promise<{ outcome: 'stored' | 'superseded' }>;

  /**
   * Lists the names in use, those of clusters that are missing included: the resource that has one keeps it. Names that
   * app-config gave are left out, since app-config can take them back. Of two names of one resource, the one that is not
   * missing comes last.
   */
  listNames(): Promise<Pick<KnownCluster, 'name' | 'armId'>[]>;
  /** Reads all clusters, as they were at one moment. */
  readClusters(): Promise<AllClusters>;
  /** Reads one cluster, as it was at one moment; `undefined` for one that is not known. */
  readCluster(cluster: string): Promise<ClusterRecord | undefined>;
  /**
   * Finds Services and reads what is known of the clusters, as all of it was at one moment. Without a query there
   * are no Services.
   */
  readServices(query: ServiceQuery | undefined): Promise<ServiceView>;
  /**
   * Reads, at little cost, what changes with everything that {@link TrafficStore.readServices} reads of a cluster, or of
   * all of them when none is named. It never becomes again what it was before.
   */
  readRevision(cluster: string | undefined): Promise<string>;
  /** Reads objects that verdicts name; one that is not kept is left out. */
  readObjects(query: ObjectQuery): Promise<StoredClusterObject[]>;

  /**
   * Reads what a cluster has of what each gateway and each way out needs, as of its snapshot; empty before the first, `undefined` for a
   * cluster that is not known.
   */
  readTargets(cluster: string): Promise<ClusterOffers | undefined>;
}
