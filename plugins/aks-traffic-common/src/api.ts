import { ServiceAssessment } from './model/assessment';
import {
  ClusterCoverage,
  Controller,
  Finding,
  ObjectRef,
  TrafficReport,
} from './model/report';
import { Retirement } from './model/retirement';
import { EgressKind } from './model/vocabulary';
import { Waiver } from './model/waiver';

/**
 * How an entity's Services were looked up.
 *
 * @public
 */
export interface EntityMatch {
  /** `none` when the entity carries no annotation that could lead to a Service. */
  by: 'label-selector' | 'kubernetes-id' | 'none';
  /** The value searched for. */
  value?: string;
  /** Namespace the search was limited to, by annotation. */
  namespace?: string;
  /** Cluster the search was limited to, by annotation. */
  cluster?: string;
}

/**
 * Body of `GET /entities/:kind/:namespace/:name/traffic`: a report narrowed to one entity.
 *
 * @remarks
 * `coverage` lists every cluster in which the entity's Services could be, so that "not found" can be told from
 * "not looked at". `services` is empty in both cases. Reasons in `gaps` are withheld from callers who may not list
 * clusters, except for clusters that hold the entity's Services.
 *
 * @public
 */
export interface EntityTraffic extends TrafficReport {
  entityRef: string;
  match: EntityMatch;
  /** The retirements that the report's findings and controllers name. */
  retirements: Retirement[];
  /**
   * What kept the list of clusters itself from being whole, such as a subscription that is not visible. A Service
   * could run in a cluster nobody knows of while this is not empty.
   */
  gaps?: string[];
  /** How urgent and how hard it is to move each of the services; in their order. */
  assessments: ServiceAssessment[];
  /** Waivers of the services' findings, ended ones included. */
  waivers: Waiver[];
  /** Whether the caller may waive findings of these services. */
  canWaive: boolean;
  /**
   * Names, without a meaning of their own, under which the channel {@link trafficSignalChannel} tells that there is
   * something new; absent where nothing is told.
   */
  topics?: string[];
}

/**
 * Channel of Backstage's signals on which open pages are told to look again. Its messages are {@link TrafficSignal}.
 *
 * @public
 */
export const trafficSignalChannel = 'aks-traffic';

/**
 * Tells that there is something new about clusters. Everybody who is signed in gets it, so it names none of them: what a
 * topic stands for is known only to who was given it with an answer.
 *
 * @public
 */
export interface TrafficSignal {
  topics: string[];
}

/**
 * What stands in place of a value that only the owners of the entity may see: raw configuration, secrets, and what
 * tells where one is.
 *
 * @public
 */
export const withheldValue = '(withheld: shown to the owners)';

/**
 * One Kubernetes object as the last reading of its cluster kept it.
 *
 * @public
 */
export interface StoredObject {
  reference: ObjectRef;
  /** The fields that verdicts are made of; the others were not kept, and sensitive values are withheld. */
  object: Record<string, unknown>;
}

/**
 * Body of `GET /entities/:kind/:namespace/:name/objects`: what the verdicts about the entity's Services rest on.
 *
 * @public
 */
export interface EntityObjects {
  items: (StoredObject & { cluster: string; observedAt: string })[];
}

/**
 * How what is known of a cluster is kept up to date.
 *
 * @public
 */
export interface ClusterFreshness {
  /** `watched`: what changes is told by the API server at once. `polled`: it is read in turn. */
  mode: 'watched' | 'polled';
  /** ISO time since which it is watched. */
  since?: string;
  /** Why it is not, one sentence; absent while it is about to be. */
  reason?: string;
}

/**
 * What lets traffic into a cluster, in a word each; the evidence comes with `GET /clusters/:name`.
 *
 * @public
 */
export type ControllerSummary = Pick<
  Controller,
  'system' | 'version' | 'exposure'
>;

/**
 * One cluster as `GET /clusters` lists it: a few hundred bytes, because pages ask for a thousand of them again and again.
 *
 * @public
 */
export interface ClusterSummary {
  name: string;
  armId?: string;
  /** Where the cluster is known from: `azure`, `config`, `in-cluster`, or the id of an adopter's own source. */
  source: string;
  sku?: string;
  kubernetesVersion?: string;
  location?: string;
  coverage: ClusterCoverage;
  /** ISO time of the last attempt, successful or not. */
  attemptedAt?: string;
  /** Whether somebody has asked for it to be read, or it is being read now; absent otherwise. */
  reading?: 'queued' | 'under-way';
  /** How it is kept up to date; absent where clusters are not watched at all. */
  freshness?: ClusterFreshness;
  services: number;
  /** Kinds of the ways out of its services, sorted; empty when none is known. */
  egress: EgressKind[];
  controllers: ControllerSummary[];
  /** How many findings there are about the cluster as a whole. */
  findingCount: number;
}

/**
 * Body of `GET /clusters/:name`.
 *
 * @public
 */
export interface ClusterDetails {
  cluster: ClusterSummary;
  /** Each with the evidence that it is there. */
  controllers: Controller[];
  /** About the cluster as a whole. */
  findings: Finding[];
}

/**
 * How far the newest sweep over all clusters is.
 *
 * @public
 */
export interface ClusterSweep {
  /** ISO time at which its look for clusters began. */
  beganAt: string;
  /** ISO time at which its last cluster was done; absent while it goes on. */
  endedAt?: string;
  /** Clusters that were not due, because a watch follows them. */
  watched: number;
  /** Clusters that were read. */
  read: number;
  /** Clusters that could not be read, or too little of them to show it. */
  failed: number;
  /** Clusters that are still to be read, or were left to the next sweep. */
  left: number;
}

/**
 * Body of `GET /clusters`.
 *
 * @public
 */
export interface ClusterList {
  items: ClusterSummary[];
  /** What kept the list itself from being whole. */
  gaps?: string[];
  /** Absent before the first sweep. */
  sweep?: ClusterSweep;
}

/**
 * Body of `POST /clusters/:name/refresh`.
 *
 * @public
 */
export interface RefreshAccepted {
  cluster: string;
  /** `true` when the request started a reading, `false` when one was under way already. */
  started: boolean;
}
