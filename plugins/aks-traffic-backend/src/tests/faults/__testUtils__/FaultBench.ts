import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import { azureConfiguration } from '../../../__testUtils__/azureConfiguration';
import { RunningSimulator } from '../../../__testUtils__/runSimulator';
import { createClusterClaims } from '../../../claims/clusterClaims';
import { createLookClaims } from '../../../claims/lookClaims';
import { DefaultCollector } from '../../../collect/DefaultCollector';
import { readConfig } from '../../../config/readConfig';
import { DefaultLookStore } from '../../../store/DefaultLookStore';
import { DefaultTrafficStore } from '../../../store/DefaultTrafficStore';
import { ClusterReader } from '../../../sweep/ClusterReader';
import { Discoveries } from '../../../sweep/Discoveries';
import { DiscoverTask } from '../../../sweep/DiscoverTask';
import { ShardTask } from '../../../sweep/ShardTask';
import { readSight, Sight } from './readSight';

const clock = () => new Date();
const { signal } = new AbortController();

interface ReplicaOptions {
  impatient?: 'azure' | 'clusters';
  pageSize?: number;
}

/** Backends on one database in front of one simulator: everything between sockets and answers is real. */
export class FaultBench {
  private readonly store: DefaultTrafficStore;
  private readonly looks: DefaultLookStore;
  private readonly replicas = new Map<string, () => Promise<void>>();

  constructor(private readonly simulator: RunningSimulator, client: Knex) {
    this.store = new DefaultTrafficStore(client);
    this.looks = new DefaultLookStore(client);
  }

  /** Discovers and reads every cluster once, with the backend of these options or with one that has just started. */
  async sweep(
    options: ReplicaOptions & { restarted?: boolean } = {},
  ): Promise<void> {
    const { restarted, ...replica } = options;
    const key = JSON.stringify(replica);
    const sweep =
      (!restarted && this.replicas.get(key)) || this.createReplica(replica);
    if (!restarted) {
      this.replicas.set(key, sweep);
    }
    await sweep();
  }

  /** What the clusters page and the entity pages would show now. */
  async look(): Promise<Sight> {
    return readSight(this.store, clock());
  }

  private createReplica({ impatient, pageSize }: ReplicaOptions) {
    const { store, looks } = this;
    const logger = mockServices.logger.mock();
    const collector = DefaultCollector.create({
      config: readConfig(
        new ConfigReader({
          aksTraffic: {
            azure: {
              ...azureConfiguration(this.simulator),
              timeout: impatient === 'azure' ? '5s' : '30s',
            },
            kubernetes: {
              requestTimeout: impatient === 'clusters' ? '2s' : '10s',
              clusterTimeout: impatient === 'clusters' ? '4s' : '20s',
              pageSize,
            },
          },
        }),
      ),
      logger,
      listKnown: () => store.listNames(),
    });
    const discoveries = new Discoveries({ collector, store });
    const discover = new DiscoverTask({
      collector,
      store,
      looks,
      claims: createLookClaims({ looks }),
      discoveries,
      logger,
      timeoutMs: 60_000,
      beginSweep: async () => {},
    });
    const shard = new ShardTask({
      shard: { index: 0, count: 1 },
      store,
      discoveries,
      reader: new ClusterReader({
        collector,
        store,
        analyzeCluster,
        severities: {},
        logger,
        clock,
      }),
      window: 8,
      claims: createClusterClaims({ store }),
      beginWithinMs: 60_000,
      clock,
    });
    return async () => {
      await discover.request();
      await discover.run(signal);
      await shard.run(signal);
    };
  }
}
