import { CompoundEntityRef } from '@backstage/catalog-model';
import { ClusterList, EntityTraffic, RefreshAccepted } from '../api';

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

  /** Lists the clusters with their controllers, findings and what could not be seen of them. */
  listClusters(options?: AksTrafficRequestOptions): Promise<ClusterList>;

  /**
   * Asks for a cluster to be read again now. Rejects with a `ResponseError` of status 429 when it was read only a
   * moment ago; the answer's `Retry-After` header says when to come back.
   */
  refreshCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<RefreshAccepted>;
}
