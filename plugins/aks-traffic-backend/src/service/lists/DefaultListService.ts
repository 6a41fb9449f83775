import {
  ServiceList,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { VisibilityReader } from '../../permissions/VisibilityReader';
import { ListStore } from '../../store/listTypes';
import { describeGaps } from '../describeGaps';
import { reasonsElsewhere } from '../withoutReasons';
import { ListService } from './ListService';
import { toServiceList } from './toServiceList';
import { toTrafficSummary } from './toTrafficSummary';

/** Answers from the store, within what the caller may see. */
export class DefaultListService implements ListService {
  constructor(
    private readonly options: {
      store: ListStore;
      visibility: Pick<VisibilityReader, 'read'>;
      staleAfterMs: number;
      clock(): Date;
    },
  ) {}

  async listServices(
    options: Parameters<ListService['listServices']>[0],
  ): Promise<ServiceList> {
    const { request, credentials } = options;
    const { store } = this.options;
    const { visibility } = await this.options.visibility.read(credentials);
    const page = await store.readPage({ ...request, visibility });
    return toServiceList(page, {
      ...this.staleness(),
      request,
      totalItems: await store.count({ ...request, visibility }),
    });
  }

  async getSummary(
    options: Parameters<ListService['getSummary']>[0],
  ): Promise<TrafficSummary> {
    const { request, credentials } = options;
    const view = await this.options.visibility.read(credentials);
    const summary = await this.options.store.summarize({
      ...request,
      visibility: view.visibility,
    });
    const gaps = describeGaps(summary.discovery);
    return toTrafficSummary(summary, {
      ...this.staleness(),
      request,
      gaps: view.mayListClusters ? gaps : reasonsElsewhere(gaps),
    });
  }

  private staleness() {
    const { clock, staleAfterMs } = this.options;
    return { now: clock(), staleAfterMs };
  }
}
