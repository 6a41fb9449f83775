import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { ClusterList, EntityTraffic, RefreshAccepted } from '../api';
import { AksTrafficApi, AksTrafficRequestOptions } from './AksTrafficApi';

/**
 * What {@link AksTrafficClient} needs from its surroundings; Backstage's `discoveryApi` and `fetchApi` fit, and so
 * does the backend's discovery service with the global `fetch`.
 *
 * @public
 */
export interface AksTrafficClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
}

/**
 * The client of the AKS Traffic backend's REST API.
 *
 * @public
 */
export class AksTrafficClient implements AksTrafficApi {
  private readonly discoveryApi: AksTrafficClientOptions['discoveryApi'];
  private readonly fetchApi: { fetch: typeof fetch };

  constructor(options: AksTrafficClientOptions) {
    this.discoveryApi = options.discoveryApi;
    // Looked up per call, so that a fetch that is replaced later (instrumentation, tests) is the one used.
    this.fetchApi = options.fetchApi ?? {
      fetch: (...parameters) => globalThis.fetch(...parameters),
    };
  }

  async getEntityTraffic(
    entityRef: string | CompoundEntityRef,
    options?: AksTrafficRequestOptions,
  ): Promise<EntityTraffic> {
    const { kind, namespace, name } =
      typeof entityRef === 'string' ? parseEntityRef(entityRef) : entityRef;
    return this.request(
      'GET',
      ['entities', kind, namespace, name, 'traffic'],
      options,
    );
  }

  async listClusters(options?: AksTrafficRequestOptions): Promise<ClusterList> {
    return this.request('GET', ['clusters'], options);
  }

  async refreshCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<RefreshAccepted> {
    return this.request('POST', ['clusters', cluster, 'refresh'], options);
  }

  private async request<T>(
    method: 'GET' | 'POST',
    segments: string[],
    options: AksTrafficRequestOptions = {},
  ): Promise<T> {
    const baseUrl = await this.discoveryApi.getBaseUrl('aks-traffic');
    const path = segments.map(encodeURIComponent).join('/');
    const response = await this.fetchApi.fetch(`${baseUrl}/v1/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(options.token && { authorization: `Bearer ${options.token}` }),
      },
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
