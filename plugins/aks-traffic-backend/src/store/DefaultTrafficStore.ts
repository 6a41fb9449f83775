import { Knex } from 'knex';
import { EntityIndexCache } from './EntityIndexCache';
import { extendClaims } from './operations/claims/extendClaims';
import { databaseTime } from './operations/databaseTime';
import { readDiscovery } from './operations/discovery/readDiscovery';
import { recordDiscovery } from './operations/discovery/recordDiscovery';
import { listNames } from './operations/query/listNames';
import { readCluster } from './operations/query/readCluster';
import { readClusters } from './operations/query/readClusters';
import { readObjects } from './operations/query/readObjects';
import { readServices } from './operations/query/readServices';
import { readTargets } from './operations/query/readTargets';
import { claimNext } from './operations/reading/claimNext';
import { releaseClaim } from './operations/reading/releaseClaim';
import { requestReading } from './operations/reading/requestReading';
import { readRevision } from './operations/revision/readRevision';
import { keepCluster } from './operations/snapshot/keepCluster';
import { replaceCluster } from './operations/snapshot/replaceCluster';
import { endSweep } from './operations/sweep/endSweep';
import { readSweep } from './operations/sweep/readSweep';
import { readAtOnce } from './readAtOnce';
import {
  ClusterOffers,
  AllClusters,
  ClaimOptions,
  ClusterClaim,
  ClusterRecord,
  DiscoveryChange,
  DiscoveryRecord,
  KnownCluster,
  ObjectQuery,
  Replacement,
  ReplacementResult,
  RequestResult,
  Retention,
  ServiceQuery,
  ServiceView,
  StoredClusterObject,
  StoredDiscovery,
  SweepProgress,
  SweepResult,
  TrafficStore,
} from './types';

/** The store on the plugin's own database. */
export class DefaultTrafficStore implements TrafficStore {
  private readonly entities = new EntityIndexCache();

  constructor(private readonly client: Knex) {}

  async recordDiscovery(record: DiscoveryRecord): Promise<DiscoveryChange> {
    return this.client.transaction(tx => recordDiscovery({ tx, record }));
  }

  async readDiscovery(): Promise<StoredDiscovery | undefined> {
    return readDiscovery({ tx: this.client });
  }

  async readTime(): Promise<Date> {
    return databaseTime(this.client);
  }

  async claimNext(options: ClaimOptions): Promise<ClusterClaim | undefined> {
    return claimNext({ tx: this.client, ...options });
  }

  async extendClaims(options: {
    tokens: readonly string[];
    until: Date;
  }): Promise<void> {
    await extendClaims({
      tx: this.client,
      table: 'clusters',
      key: 'name',
      ...options,
    });
  }

  async releaseClaim(options: {
    cluster: string;
    token: string;
    now: Date;
  }): Promise<void> {
    await releaseClaim({ tx: this.client, ...options });
  }

  async endSweep(options: { now: Date }): Promise<SweepResult | undefined> {
    return endSweep({ tx: this.client, ...options });
  }

  async readSweep(options: { now: Date }): Promise<SweepProgress | undefined> {
    return readAtOnce(this.client, tx => readSweep({ tx, ...options }));
  }

  async requestReading(options: {
    cluster: string;
    now: Date;
    freshAfter: Date;
  }): Promise<RequestResult> {
    return this.client.transaction(tx => requestReading({ tx, ...options }));
  }

  async replaceCluster(replacement: Replacement): Promise<ReplacementResult> {
    return this.client.transaction(async tx => {
      const { index } = await this.entities.current(tx);
      return replaceCluster({ tx, entities: index, ...replacement });
    });
  }

  async keepCluster(
    retention: Retention,
  ): Promise<{ outcome: 'stored' | 'superseded' }> {
    return this.client.transaction(tx => keepCluster({ tx, ...retention }));
  }

  async listNames(): Promise<Pick<KnownCluster, 'name' | 'armId'>[]> {
    return listNames({ tx: this.client });
  }

  async readClusters(): Promise<AllClusters> {
    return readAtOnce(this.client, tx => readClusters({ tx }));
  }

  async readCluster(cluster: string): Promise<ClusterRecord | undefined> {
    return readAtOnce(this.client, tx => readCluster({ tx, cluster }));
  }

  async readServices(query: ServiceQuery | undefined): Promise<ServiceView> {
    return readAtOnce(this.client, tx => readServices({ tx, query }));
  }

  async readRevision(cluster: string | undefined): Promise<string> {
    return readRevision({ tx: this.client, cluster });
  }

  async readObjects(query: ObjectQuery): Promise<StoredClusterObject[]> {
    return readAtOnce(this.client, tx => readObjects({ tx, query }));
  }

  async readTargets(cluster: string): Promise<ClusterOffers | undefined> {
    return readTargets({ tx: this.client, cluster });
  }
}
