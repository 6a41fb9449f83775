import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ServiceExport,
  ServiceList,
  ServiceListItem,
  TrafficHistory,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { ExportRequest } from '../../request/parseExportQuery';
import { HistoryRequest } from '../../request/parseHistoryQuery';
import { ListRequest } from '../../request/parseListQuery';
import { SummaryRequest } from '../../request/parseSummaryQuery';

/** An export: what it cannot speak for, and the Services some at a time. */
export interface ExportedServices {
  coverage: Omit<ServiceExport, 'items'>;
  pages: AsyncIterable<ServiceListItem[]>;
}

/**
 * What the REST API says about all Services a caller may see. Answers come from the store alone.
 *
 * @remarks
 * Every call throws NotAllowedError when the caller may see no Service at all.
 */
export interface ListService {
  listServices(options: {
    request: ListRequest;
    credentials: BackstageCredentials;
  }): Promise<ServiceList>;

  getSummary(options: {
    request: SummaryRequest;
    credentials: BackstageCredentials;
  }): Promise<TrafficSummary>;

  getHistory(options: {
    request: HistoryRequest;
    credentials: BackstageCredentials;
  }): Promise<TrafficHistory>;

  /**
   * Reads all Services that match, some at a time. What the caller may see, and what is missing, is settled before the
   * first, so that nothing is told to be there that was not; Services that change while they are read are as they are
   * when their turn comes.
   *
   * @throws ConflictError, also from `pages`, when a cluster that has been read goes, or another takes its name, before
   * the last Service is read: the file would call it complete without all of its Services.
   */
  exportServices(options: {
    request: ExportRequest;
    credentials: BackstageCredentials;
  }): Promise<ExportedServices>;
}
