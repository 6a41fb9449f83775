import { MigrationEffort } from './assessment';
import { ClusterCoverage } from './report';
import { Retirement } from './retirement';
import {
  CoverageState,
  EgressKind,
  Exposure,
  IngressSystem,
  Risk,
} from './vocabulary';

/**
 * Where a service is in the campaign: `at-risk` while something it stands on is being retired, `moved` when that was
 * so once and is no more, `unknown` when too little was read to say, `clear` otherwise.
 *
 * @public
 */
export type CampaignState = 'at-risk' | 'moved' | 'unknown' | 'clear';

/**
 * One Service as the dashboard's table lists it.
 *
 * @public
 */
export interface ServiceListItem {
  cluster: string;
  namespace: string;
  service: string;
  /** The catalog entity it belongs to; absent for a Service that no entity claims. */
  entityRef?: string;
  /** What the entity is called. */
  entityTitle?: string;
  /** Reference of the owner; absent when unowned. */
  owner?: string;
  /** Reference of the catalog's System that the entity is part of; absent when it is part of none. */
  catalogSystem?: string;
  /** Systems of its entry points, sorted; empty when nothing leads in. */
  systems: IngressSystem[];
  exposure: Exposure;
  /** Kinds of its ways out, sorted. */
  egress: EgressKind[];
  /** The worst severity of its findings, waived ones left out. */
  risk: Risk;
  /** 0 to 100; absent when too little was read to say. */
  score?: number;
  effort: MigrationEffort;
  /** ISO date of the nearest retirement. */
  deadline?: string;
  /** How exact the deadline is: `month` where the source names no day; absent without a deadline. */
  deadlinePrecision?: 'day' | 'month';
  /** Ids of the retirements that apply. */
  retirements: string[];
  state: CampaignState;
  /** How many of its findings are waived now. */
  waivers: number;
  coverage: CoverageState;
  /** ISO time of the reading behind it. */
  observedAt?: string;
}

/**
 * Fields a list of services can be sorted by.
 *
 * @public
 */
export type ServiceOrderField =
  | 'service'
  | 'owner'
  | 'catalogSystem'
  | 'system'
  | 'cluster'
  | 'exposure'
  | 'egress'
  | 'risk'
  | 'score'
  | 'effort'
  | 'deadline';

/**
 * Which services to list or count. Values of one field are alternatives, fields narrow each other.
 *
 * @public
 */
export interface ServiceFilter {
  cluster?: string[];
  namespace?: string[];
  /** Ingress systems; `none` for services that nothing leads into. */
  system?: (IngressSystem | 'none')[];
  exposure?: Exposure[];
  egress?: EgressKind[];
  risk?: Risk[];
  effort?: MigrationEffort[];
  /** References of owners; an empty text for unowned services. */
  owner?: string[];
  /** References of Systems of the catalog; an empty text for services whose entity is part of none, and of no entity. */
  catalogSystem?: string[];
  retirement?: string[];
  state?: CampaignState[];
  /** Part of the name of the service, its namespace, entity, owner, system of the catalog or cluster, in any case. */
  search?: string;
}

/**
 * Query of `GET /services`.
 *
 * @public
 */
export interface ServiceListQuery extends ServiceFilter {
  orderBy?: { field: ServiceOrderField; order: 'asc' | 'desc' };
  /** 1 to 500; 50 when absent. */
  limit?: number;
  /** From an earlier answer's `pageInfo`; filter and order of that answer go with it. */
  cursor?: string;
}

/**
 * What a list of services cannot speak for. A service that is not listed could run in a cluster that was not read.
 *
 * @public
 */
export interface ListCoverage {
  /** Clusters by how much of them was read: those that the filter names, or all. */
  coverage: Record<CoverageState, number>;
  /**
   * What kept the list of clusters itself, and of owners, from being whole. Without reasons for callers who may not
   * list clusters.
   */
  gaps: string[];
}

/**
 * Body of `GET /services`.
 *
 * @public
 */
export interface ServiceList extends ListCoverage {
  items: ServiceListItem[];
  /** Services that match, on all pages. */
  totalItems: number;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/**
 * Body of `GET /export.json`.
 *
 * @public
 */
export interface ServiceExport extends ListCoverage {
  /**
   * The clusters that `coverage` counts, by name, as they were just before the first service was read; absent for
   * callers who may not list clusters.
   */
  clusters?: ClusterCoverage[];
  items: ServiceListItem[];
}

/**
 * What services can be grouped by: `system` is the ingress system, `catalogSystem` the System of the catalog.
 *
 * @public
 */
export type SummaryGroup =
  | 'owner'
  | 'catalogSystem'
  | 'cluster'
  | 'system'
  | 'risk';

/**
 * Counts of services.
 *
 * @public
 */
export interface ServiceCounts {
  services: number;
  byRisk: Record<Risk, number>;
  byState: Record<CampaignState, number>;
  /** Services with at least one waived finding. */
  waived: number;
}

/**
 * The services of one group.
 *
 * @public
 */
export interface SummaryItem extends ServiceCounts {
  /** The owner, cluster, system or risk; an empty text for unowned services and for services without a system of either kind. */
  key: string;
  /** What people call it, where that differs. */
  title?: string;
}

/**
 * Body of `GET /summary`.
 *
 * @remarks
 * A service with several systems is counted in each group of `system`, and once in `total`.
 *
 * @public
 */
export interface TrafficSummary extends ListCoverage {
  groupBy: SummaryGroup;
  items: SummaryItem[];
  total: ServiceCounts;
  /** The dated retirements of ingress systems that services are judged by, the earliest date first. */
  retirements: Retirement[];
}

/**
 * How many services stood on one system on one day.
 *
 * @public
 */
export interface HistoryPoint {
  /** ISO date, UTC. */
  day: string;
  /** Services at risk, by ingress system that is being retired. */
  atRisk: Partial<Record<IngressSystem, number>>;
  /** Services at risk, each counted once. */
  total: number;
  /** Clusters that could not be read that day, and for which the last reading was counted; not those never read. */
  unread: number;
}

/**
 * Body of `GET /history`.
 *
 * @public
 */
export interface TrafficHistory {
  /** Oldest first, one for each day. */
  points: HistoryPoint[];
  /** Retirements the services at risk are counted for, by ingress system. */
  deadlines: Partial<Record<IngressSystem, string>>;
  /** How exact each of the deadlines is: `month` where the source names no day. */
  deadlinePrecisions: Partial<Record<IngressSystem, 'day' | 'month'>>;
}

/**
 * Query of `GET /history`.
 *
 * @public
 */
export interface HistoryQuery extends ServiceFilter {
  /** Number of days back, 1 to 730; 90 when absent. */
  days?: number;
}
