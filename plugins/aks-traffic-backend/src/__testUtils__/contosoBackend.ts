import { BackendFeature } from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ClusterList,
  EntityObjects,
  EntityTraffic,
  ServiceExport,
  ServiceList,
  TrafficHistory,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import request from 'supertest';
import { aksTrafficPlugin } from '../plugin';
import { azureConfiguration } from './azureConfiguration';
import { readContosoComponents } from './contosoCatalog';
import { eventually } from './eventually';
import { createContract } from './openApi';
import { RunningSimulator } from './runSimulator';

/** What app-config says to read the simulated estate. */
export function contosoConfiguration(simulator: RunningSimulator) {
  const { clusters } = simulator;
  const edge = clusters.find(cluster => cluster.serviceAccountToken)!;
  return {
    aksTraffic: {
      azure: {
        ...azureConfiguration(simulator),
        // The simulator's first query loads Microsoft's parser, which takes seconds on a busy machine.
        timeout: '30s',
      },
      clusters: [
        {
          name: edge.name,
          url: edge.server,
          caFile: edge.caFile,
          serviceAccountToken: edge.serviceAccountToken!,
        },
      ],
      kubernetes: { requestTimeout: '2s', clusterTimeout: '10s' },
      // Begun by the tests, so that nothing is read while they look.
      schedule: {
        frequency: { trigger: 'manual' },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 0 },
      },
      staleAfter: { hours: 1 },
      shards: 2,
    },
  };
}

/**
 * A backend that reads the simulated estate when a test says so, with the estate's catalog.
 *
 * @param options.clusters - more clusters of app-config.
 * @param options.settings - other values below `aksTraffic`.
 * @param options.features - services in place of those that tests have.
 */
export async function startContosoBackend(options: {
  client: Knex;
  simulator: RunningSimulator;
  contract: ReturnType<typeof createContract>;
  clusters?: JsonObject[];
  settings?: JsonObject;
  features?: BackendFeature[];
}) {
  const { client, simulator, contract, clusters = [], features = [] } = options;
  const { aksTraffic } = contosoConfiguration(simulator);
  const started = await startTestBackend({
    features: [
      aksTrafficPlugin,
      schedulerServiceFactory,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          aksTraffic: {
            ...aksTraffic,
            ...options.settings,
            clusters: [...aksTraffic.clusters, ...clusters],
          },
        },
      }),
      mockServices.database.factory({ knex: client }),
      catalogServiceMock.factory({ entities: readContosoComponents() }),
    ],
  });
  const { server } = started;
  const base = '/api/aks-traffic';
  const asUser = { authorization: mockCredentials.user.header() };
  const asService = { authorization: mockCredentials.service.header() };

  /** Begins a task, after the run of it that may be under way: the first one begins with the backend. */
  async function trigger(task: string): Promise<void> {
    await eventually(() =>
      request(server)
        .post(`${base}/.backstage/scheduler/v1/tasks/${task}/trigger`)
        .set(asService)
        .expect(200),
    );
  }

  /** Reads an answer, which must be as the contract says. */
  async function read<T>(operation: string, path: string): Promise<T> {
    const response = await request(server).get(`${base}${path}`).set(asUser);
    contract.check(operation, response);
    return response.body;
  }

  const backend = {
    server,
    /** For those that stop what it stands on; Backstage stops it after all tests otherwise. */
    stop: () => started.stop(),
    sweep: () => trigger('aks-traffic-discover'),
    clusters: () => read<ClusterList>('get /v1/clusters', '/v1/clusters'),
    services: (query: string) =>
      read<ServiceList>('get /v1/services', `/v1/services?${query}`),
    exportJson: () =>
      read<ServiceExport>('get /v1/export.json', '/v1/export.json'),
    async exportCsv(): Promise<string> {
      const path = '/v1/export.csv';
      const response = await request(server).get(`${base}${path}`).set(asUser);
      contract.check(`get ${path}`, response);
      return response.text;
    },
    summary: (query: string) =>
      read<TrafficSummary>('get /v1/summary', `/v1/summary?${query}`),
    history: (query: string) =>
      read<TrafficHistory>('get /v1/history', `/v1/history?${query}`),
    objects: (entityRef: string) =>
      read<EntityObjects>(
        'get /v1/entities/{kind}/{namespace}/{name}/objects',
        `${entityPath(entityRef)}/objects`,
      ),
    entity: (entityRef: string) =>
      read<EntityTraffic>(
        'get /v1/entities/{kind}/{namespace}/{name}/traffic',
        `${entityPath(entityRef)}/traffic`,
      ),
    async refresh(cluster: string): Promise<void> {
      await request(server)
        .post(`${base}/v1/clusters/${cluster}/refresh`)
        .set(asUser)
        .expect(202, { cluster, started: true });
    },
    /** Ties every Service to the entities of the catalog, and waits until that is done. */
    async linkAll(): Promise<void> {
      await trigger('aks-traffic-link');
      await eventually(async () =>
        expect(await client('clusters').whereNull('linked_revision')).toEqual(
          [],
        ),
      );
    },
    /** Reads every cluster once, and waits until that is done. */
    async sweepAll(): Promise<void> {
      // The look that begins with the backend would be taken for the one that is asked for here.
      await eventually(async () =>
        expect(await client('looks')).toEqual([
          expect.objectContaining({ requested_at: null, claim: null }),
        ]),
      );
      await backend.sweep();
      const since = new Date();
      await eventually(async () => {
        const { revision, taken_at: takenAt } = await client(
          'discoveries',
        ).first();
        expect(takenAt >= since.toISOString()).toBe(true);
        const swept = await client('clusters').select('swept_revision');
        expect(swept.length).toBeGreaterThan(5);
        for (const { swept_revision: sweptRevision } of swept) {
          expect(sweptRevision).toBe(revision);
        }
        expect(await client('clusters').whereNotNull('claim')).toEqual([]);
      });
    },
  };
  return backend;
}

function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/entities/${kind}/${namespace}/${name}`;
}

export type ContosoBackend = Awaited<ReturnType<typeof startContosoBackend>>;
