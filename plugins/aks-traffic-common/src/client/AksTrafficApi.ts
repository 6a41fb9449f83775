import { CompoundEntityRef } from '@backstage/catalog-model';
import {
  ClusterDetails,
  ClusterList,
  EntityObjects,
  EntityTraffic,
  RefreshAccepted,
} from '../api';
import { PatternList, PatternQuery } from '../model/patterns';
import {
  HistoryQuery,
  ServiceFilter,
  ServiceList,
  ServiceListQuery,
  SummaryGroup,
  TrafficHistory,
  TrafficSummary,
} from '../model/services';
import {
  Waiver,
  WaiverList,
  WaiverQuery,
  WaiverRequest,
} from '../model/waiver';

/**
 * Settings that every call of {@link AksTrafficApi} takes.
 *
 * @public
 */
export interface AksTrafficRequestOptions {
  /** Ends the request when it is aborted. */
  signal?: AbortSignal;
  /** Backstage token to send; leave it out in the browser, where the fetch API adds the user's own. */
  token?: string;
}

/**
 * What the AKS Traffic backend answers.
 *
 * @remarks
 * A refusal rejects with a `ResponseError` whose `cause.name` is the backend's: `NotAllowedError` when a permission
 * is missing, `NotFoundError` for what does not exist or may not be seen, `InputError` for an entity whose
 * annotations cannot be understood.
 *
 * @public
 */
export interface AksTrafficApi {
  /** Reads the stored verdicts for the Services of one catalog entity. */
  getEntityTraffic(
    entityRef: string | CompoundEntityRef,
    options?: AksTrafficRequestOptions,
  ): Promise<EntityTraffic>;

  /** Lists the clusters, with what was read of them and what could not be seen. */
  listClusters(options?: AksTrafficRequestOptions): Promise<ClusterList>;

  /** Reads one cluster, with the evidence of its controllers and the findings about it as a whole. */
  getCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<ClusterDetails>;

  /**
   * Asks for a cluster to be read again now. Rejects with a `ResponseError` of status 429 when it was read only a
   * moment ago; the answer's `Retry-After` header says when to come back.
   */
  refreshCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<RefreshAccepted>;

  /** Reads the Kubernetes objects that the verdicts about an entity rest on, as the last readings kept them. */
  getEntityObjects(
    entityRef: string | CompoundEntityRef,
    options?: AksTrafficRequestOptions,
  ): Promise<EntityObjects>;

  /** Lists the services the caller may see, a page at a time. */
  listServices(
    query: ServiceListQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<ServiceList>;

  /** Counts the services the caller may see. */
  getSummary(
    query: ServiceFilter & { groupBy: SummaryGroup },
    options?: AksTrafficRequestOptions,
  ): Promise<TrafficSummary>;

  /** Reads how many services were at risk on each day. */
  getHistory(
    query: HistoryQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<TrafficHistory>;

  /**
   * Reads all services that match, as a file for people and programs to work on. It says which clusters are missing from
   * it; as JSON it is a {@link ServiceExport}.
   */
  exportServices(
    query: ServiceFilter & {
      format: 'csv' | 'json';
      orderBy?: ServiceListQuery['orderBy'];
    },
    options?: AksTrafficRequestOptions,
  ): Promise<Blob>;

  /** Lists the approved patterns for new services, with what a cluster can run of them. */
  listPatterns(
    query: PatternQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<PatternList>;

  /** Lists waivers of services the caller may see. */
  listWaivers(
    query: WaiverQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<WaiverList>;

  /** Waives a finding. */
  createWaiver(
    waiver: WaiverRequest,
    options?: AksTrafficRequestOptions,
  ): Promise<Waiver>;

  /** Takes a waiver back; the finding counts again at once. */
  revokeWaiver(id: string, options?: AksTrafficRequestOptions): Promise<Waiver>;
}
