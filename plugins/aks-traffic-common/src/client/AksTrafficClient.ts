import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError, ResponseError } from '@backstage/errors';
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
import { AksTrafficApi, AksTrafficRequestOptions } from './AksTrafficApi';
import { searchParameters } from './searchParameters';

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
    return this.json(
      { segments: ['entities', kind, namespace, name, 'traffic'] },
      options,
    );
  }

  async getEntityObjects(
    entityRef: string | CompoundEntityRef,
    options?: AksTrafficRequestOptions,
  ): Promise<EntityObjects> {
    const { kind, namespace, name } =
      typeof entityRef === 'string' ? parseEntityRef(entityRef) : entityRef;
    return this.json(
      { segments: ['entities', kind, namespace, name, 'objects'] },
      options,
    );
  }

  async listClusters(options?: AksTrafficRequestOptions): Promise<ClusterList> {
    return this.json({ segments: ['clusters'] }, options);
  }

  async getCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<ClusterDetails> {
    return this.json({ segments: ['clusters', cluster] }, options);
  }

  async refreshCluster(
    cluster: string,
    options?: AksTrafficRequestOptions,
  ): Promise<RefreshAccepted> {
    return this.json(
      { method: 'POST', segments: ['clusters', cluster, 'refresh'] },
      options,
    );
  }

  async listServices(
    { orderBy, ...query }: ServiceListQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<ServiceList> {
    return this.json(
      { segments: ['services'], query: { ...query, ...ordered(orderBy) } },
      options,
    );
  }

  async getSummary(
    query: ServiceFilter & { groupBy: SummaryGroup },
    options?: AksTrafficRequestOptions,
  ): Promise<TrafficSummary> {
    return this.json({ segments: ['summary'], query: { ...query } }, options);
  }

  async getHistory(
    query: HistoryQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<TrafficHistory> {
    return this.json({ segments: ['history'], query: { ...query } }, options);
  }

  async exportServices(
    {
      format,
      orderBy,
      ...filter
    }: ServiceFilter & {
      format: 'csv' | 'json';
      orderBy?: ServiceListQuery['orderBy'];
    },
    options?: AksTrafficRequestOptions,
  ): Promise<Blob> {
    const response = await this.send(
      {
        segments: [`export.${format}`],
        query: { ...filter, ...ordered(orderBy) },
      },
      options,
    );
    return response.blob();
  }

  async listPatterns(
    query: PatternQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<PatternList> {
    return this.json({ segments: ['patterns'], query: { ...query } }, options);
  }

  async listWaivers(
    query: WaiverQuery,
    options?: AksTrafficRequestOptions,
  ): Promise<WaiverList> {
    return this.json({ segments: ['waivers'], query: { ...query } }, options);
  }

  async createWaiver(
    waiver: WaiverRequest,
    options?: AksTrafficRequestOptions,
  ): Promise<Waiver> {
    return this.json(
      { method: 'POST', segments: ['waivers'], body: waiver },
      options,
    );
  }

  async revokeWaiver(
    id: string,
    options?: AksTrafficRequestOptions,
  ): Promise<Waiver> {
    return this.json({ method: 'DELETE', segments: ['waivers', id] }, options);
  }

  private async json<T>(
    request: ApiRequest,
    options?: AksTrafficRequestOptions,
  ): Promise<T> {
    return (await this.send(request, options)).json();
  }

  private async send(
    { method = 'GET', segments, query = {}, body }: ApiRequest,
    options: AksTrafficRequestOptions = {},
  ): Promise<Response> {
    const baseUrl = await this.discoveryApi.getBaseUrl('aks-traffic');
    const path = segments.map(segmentOf).join('/');
    const response = await this.fetchApi.fetch(
      `${baseUrl}/v1/${path}${searchParameters(query)}`,
      {
        method,
        headers: {
          accept: 'application/json',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(options.token && { authorization: `Bearer ${options.token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: options.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

interface ApiRequest {
  method?: 'GET' | 'POST' | 'DELETE';
  segments: string[];
  query?: Record<string, string | number | readonly string[] | undefined>;
  body?: unknown;
}

/**
 * A name as a segment of a path.
 *
 * @throws InputError for a name that no path can hold: addresses take dots for the way up, however they are written.
 */
function segmentOf(name: string): string {
  if (['', '.', '..'].includes(name)) {
    throw new InputError(`'${name}' cannot be asked for: it is no name`);
  }
  return encodeURIComponent(name);
}

function ordered(orderBy: ServiceListQuery['orderBy']): { orderBy?: string } {
  return orderBy ? { orderBy: `${orderBy.field}:${orderBy.order}` } : {};
}
