import {
  Retirement,
  ServiceList,
  ServiceListItem,
  TrafficHistory,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { seesCluster } from '../../permissions/clusterLimits';
import { VisibilityReader } from '../../permissions/VisibilityReader';
import { ExportRequest } from '../../request/parseExportQuery';
import { dayOf } from '../../store/days';
import { ListPage, ListScope, ListStore } from '../../store/listTypes';
import { ExportedServices, ListService } from './ListService';
import { requireTold } from './requireTold';
import {
  toExportCoverage,
  toldClusters,
  toListCoverage,
} from './toListCoverage';
import { toServiceList, toServiceListItem } from './toServiceList';
import { firstDayOf, toTrafficHistory } from './toTrafficHistory';
import { toTrafficSummary } from './toTrafficSummary';

/** Services read at a time for an export. */
const exportPage = 1000;

/** Answers from the store, within what the caller may see. */
export class DefaultListService implements ListService {
  constructor(
    private readonly options: {
      store: ListStore;
      visibility: Pick<VisibilityReader, 'read'>;
      retirements: readonly Retirement[];
      staleAfterMs: number;
      keepHistoryForMs: number;
      clock(): Date;
    },
  ) {}

  async listServices(
    options: Parameters<ListService['listServices']>[0],
  ): Promise<ServiceList> {
    const { request, credentials } = options;
    const { filter } = request;
    const view = await this.options.visibility.read(credentials);
    const { visibility } = view;
    const page = await this.options.store.readList({ ...request, visibility });
    const staleness = this.staleness();
    return toServiceList(page, {
      ...staleness,
      request,
      coverage: toListCoverage(page.basis, { ...staleness, view, filter }),
    });
  }

  async getSummary(
    options: Parameters<ListService['getSummary']>[0],
  ): Promise<TrafficSummary> {
    const { request, credentials } = options;
    const { filter, groupBy } = request;
    const view = await this.options.visibility.read(credentials);
    const { visibility } = view;
    const { groups, basis } = await this.options.store.summarize({
      ...request,
      visibility,
    });
    return toTrafficSummary(groups, {
      groupBy,
      coverage: toListCoverage(basis, { ...this.staleness(), view, filter }),
      retirements: this.options.retirements,
    });
  }

  async getHistory(
    options: Parameters<ListService['getHistory']>[0],
  ): Promise<TrafficHistory> {
    const { request, credentials } = options;
    const { store, retirements, keepHistoryForMs } = this.options;
    const { visibility } = await this.options.visibility.read(credentials);
    const staleness = this.staleness();
    const history = {
      ...staleness,
      request,
      keptFrom: dayOf(new Date(staleness.now.getTime() - keepHistoryForMs)),
      retirements,
    };
    const { clusters, unread, ...stored } = await store.readHistory({
      ...request,
      visibility,
      firstDay: firstDayOf(history),
    });
    const { conditions } = visibility;
    return toTrafficHistory(
      {
        ...stored,
        clusters: clusters.filter(({ name }) => seesCluster(conditions, name)),
        unread: unread.filter(({ cluster }) =>
          seesCluster(conditions, cluster),
        ),
      },
      history,
    );
  }

  async exportServices(
    options: Parameters<ListService['exportServices']>[0],
  ): Promise<ExportedServices> {
    const { request, credentials } = options;
    const { store } = this.options;
    const view = await this.options.visibility.read(credentials);
    const scope = { ...request, visibility: view.visibility };
    const { filter } = request;
    // Before the Services: a cluster that is read meanwhile has more of them than was told. One that goes has less, so
    // it is looked for again after them.
    const basis = await store.readBasis();
    const told = toldClusters(basis, { view, filter });
    const check = async () => {
      const { clusters } = await store.readBasis();
      requireTold(told, { now: clusters, view });
    };
    // Read before the answer begins, so that a store that fails is told from a file that was cut off.
    const first = await store.readPage({ ...scope, limit: exportPage });
    await check();
    return {
      coverage: toExportCoverage(basis, {
        ...this.staleness(),
        view,
        filter,
      }),
      pages: this.readOn(first, scope, check),
    };
  }

  private async *readOn(
    first: ListPage,
    scope: ListScope & ExportRequest,
    check: () => Promise<void>,
  ): AsyncIterable<ServiceListItem[]> {
    const staleness = this.staleness();
    let page = first;
    for (;;) {
      const { services, clusters, more } = page;
      yield services.map(listed =>
        toServiceListItem(listed, { ...staleness, clusters }),
      );
      const last = services.at(-1);
      if (!last || !more) {
        return;
      }
      page = await this.options.store.readPage({
        ...scope,
        limit: exportPage,
        from: { ...last.position, direction: 'next' },
      });
      if (!page.more) {
        await check();
      }
    }
  }

  private staleness() {
    const { clock, staleAfterMs } = this.options;
    return { now: clock(), staleAfterMs };
  }
}
