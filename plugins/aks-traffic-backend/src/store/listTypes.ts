import {
  ServiceFilter,
  ServiceListItem,
  ServiceOrderField,
  SummaryGroup,
  Risk,
  CampaignState,
} from 'backstage-plugin-aks-traffic-common';
import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  ServiceCondition,
  ServiceResource,
} from '../permissions/serviceResource';
import { StoredCluster, StoredDiscovery } from './types';

/** What of the list a caller may see. */
export interface Visibility {
  /** Ids of the catalog entities the caller may read; absent when that is all of them. */
  entities?: readonly number[];
  /** Whether Services that no entity claims are shown. */
  unclaimed: boolean;
  /** What the permission policy demands of Services. */
  conditions?: PermissionCriteria<ServiceCondition>;
}

/** Which Services to list or count. */
export interface ListScope {
  filter: ServiceFilter;
  visibility: Visibility;
}

/** What a list is sorted by. */
export interface ServiceOrder {
  field: ServiceOrderField;
  order: 'asc' | 'desc';
}

/** A place in a sorted list: a row that was shown, whether it is still there or not. */
export interface ListPosition {
  /** What the row was sorted by. */
  value: string | number;
  /** What its equals are sorted by next; absent in orders without that. */
  then?: number;
  /** What tells it from its equals. */
  name: string;
}

/** Which part of a sorted list to read. */
export interface ListPageQuery extends ListScope {
  orderBy: ServiceOrder;
  limit: number;
  /** Read on from here, towards the end or the begin; from the begin when absent. */
  from?: ListPosition & { direction: 'next' | 'previous' };
}

/** A row of the list, without what depends on the time it is shown at. */
export interface ListedService
  extends Omit<ServiceListItem, 'coverage' | 'observedAt'> {
  position: ListPosition;
}

/** A part of the list. */
export interface ListPage {
  services: ListedService[];
  /** Whether there are rows beyond the last one, in the direction of reading. */
  more: boolean;
  /** The clusters of these Services, by name; there can be others among them. */
  clusters: ReadonlyMap<string, StoredCluster>;
}

/** What is known of where lists come from. */
export interface ListBasis {
  /** Every cluster, by name. */
  clusters: StoredCluster[];
  discovery?: StoredDiscovery;
  /** Time of the last good look at the catalog; absent before the first. */
  linkedAt?: string;
}

/** A part of the list with the number of all that match and what they come from, as all were at one moment. */
export interface CountedPage extends ListPage {
  totalItems: number;
  basis: ListBasis;
}

/** A number of Services that are alike. */
export interface ServiceGroup {
  /** Of what the summary is grouped by; several systems of one Service, and none, are one entry. */
  keys: string[];
  risk: Risk;
  state: CampaignState;
  waived: boolean;
  services: number;
}

/** Services counted, and what they come from. */
export interface ListSummary {
  groups: ServiceGroup[];
  basis: ListBasis;
}

/** How many Services began, or with a negative number ceased, to be at risk in the same way on one day. */
export interface RiskChange {
  day: string;
  /** Their systems that are being retired. */
  systems: string[];
  services: number;
}

/** Days on which a cluster was not read, between two good readings. */
export interface UnreadSpan {
  cluster: string;
  fromDay: string;
  /** First day that is not among them. */
  toDay: string;
}

/** What a time series of the Services at risk is made of. */
export interface ListHistory {
  /** Day of the first thing recorded, whoever may see it; absent while nothing is. */
  recordedFrom?: string;
  changes: RiskChange[];
  unread: UnreadSpan[];
  clusters: StoredCluster[];
}

/** The catalog entities that may claim Services. */
export interface LinkedEntities {
  /** Changes whenever they do. */
  revision: string;
  entities: { id: number; ref: string }[];
}

/** Reads what the dashboard shows. Never talks to a cluster, to Azure or to the catalog. */
export interface ListStore {
  readLinkedEntities(): Promise<LinkedEntities>;
  /** Reads what permission rules look at of a Service. */
  readResource(
    service: Pick<ServiceResource, 'cluster' | 'namespace' | 'service'>,
  ): Promise<ServiceResource | undefined>;
  /** Reads what is known of where lists come from. */
  readBasis(): Promise<ListBasis>;
  /** Reads a page of the list and counts the Services that match. */
  readList(query: ListPageQuery): Promise<CountedPage>;
  /** Reads a page of the list. */
  readPage(query: ListPageQuery): Promise<ListPage>;
  /** Counts the Services that match, by risk, state and the group asked for. */
  summarize(scope: ListScope & { groupBy: SummaryGroup }): Promise<ListSummary>;
  /**
   * Reads when Services that match began and ceased to be at risk, those that are gone included. What they stood on
   * then is for the caller to filter: they match by what they are now, or were last.
   */
  readHistory(scope: ListScope & { firstDay: string }): Promise<ListHistory>;
  /** Forgets what was over before a day. */
  forgetHistory(options: { beforeDay: string }): Promise<void>;
}
