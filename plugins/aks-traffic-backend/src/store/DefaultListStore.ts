import { SummaryGroup } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import { ServiceResource } from '../permissions/serviceResource';
import {
  CountedPage,
  LinkedEntities,
  ListBasis,
  ListHistory,
  ListPage,
  ListPageQuery,
  ListScope,
  ListStore,
  ListSummary,
} from './listTypes';
import { readLinkedEntities } from './operations/catalog/readLinkedEntities';
import { countRiskChanges } from './operations/history/countRiskChanges';
import { forgetHistory } from './operations/history/forgetHistory';
import { listUnreadSpans } from './operations/history/listUnreadSpans';
import { readRecordedFrom } from './operations/history/readRecordedFrom';
import { countGroups } from './operations/list/countGroups';
import { countListed } from './operations/list/countListed';
import { readBasis } from './operations/list/readBasis';
import { readResource } from './operations/list/readResource';
import { readPage } from './operations/list/readPage';
import {
  listClusters,
  listClustersByName,
} from './operations/query/listClusters';
import { settleWaivers } from './operations/waivers/settleWaivers';
import { readAtOnce } from './readAtOnce';

/** The lists on the plugin's own database. */
export class DefaultListStore implements ListStore {
  constructor(
    private readonly client: Knex,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  async readLinkedEntities(): Promise<LinkedEntities> {
    return readAtOnce(this.client, tx => readLinkedEntities({ tx }));
  }

  async readResource(
    service: Pick<ServiceResource, 'cluster' | 'namespace' | 'service'>,
  ): Promise<ServiceResource | undefined> {
    return readResource({ tx: this.client, ...service });
  }

  async readBasis(): Promise<ListBasis> {
    return readAtOnce(this.client, tx => readBasis({ tx }));
  }

  async readList(query: ListPageQuery): Promise<CountedPage> {
    await this.settle();
    return readAtOnce(this.client, async tx => {
      const totalItems = await countListed({ tx, ...query });
      const basis = await readBasis({ tx });
      return {
        ...(await readPage({ tx, ...query, totalItems })),
        totalItems,
        clusters: new Map(basis.clusters.map(each => [each.name, each])),
        basis,
      };
    });
  }

  async readPage(query: ListPageQuery): Promise<ListPage> {
    await this.settle();
    return readAtOnce(this.client, async tx => {
      const page = await readPage({ tx, ...query });
      const names = new Set(page.services.map(({ cluster }) => cluster));
      return {
        ...page,
        clusters: await listClustersByName({ tx, names: [...names] }),
      };
    });
  }

  async readHistory(
    options: ListScope & { firstDay: string },
  ): Promise<ListHistory> {
    await this.settle();
    return readAtOnce(this.client, async tx => ({
      recordedFrom: await readRecordedFrom({ tx }),
      changes: await countRiskChanges({ tx, ...options }),
      unread: await listUnreadSpans({ tx, ...options }),
      clusters: await listClusters({ tx }),
    }));
  }

  async forgetHistory(options: { beforeDay: string }): Promise<void> {
    await this.client.transaction(tx => forgetHistory({ tx, ...options }));
  }

  async summarize(
    options: ListScope & { groupBy: SummaryGroup },
  ): Promise<ListSummary> {
    await this.settle();
    return readAtOnce(this.client, async tx => ({
      groups: await countGroups({ tx, ...options }),
      basis: await readBasis({ tx }),
    }));
  }

  /** What is listed and counted depends on which waivers have expired. */
  private async settle(): Promise<void> {
    await settleWaivers(this.client, this.clock());
  }
}
