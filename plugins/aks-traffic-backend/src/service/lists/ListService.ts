import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ServiceList,
  TrafficSummary,
} from 'backstage-plugin-aks-traffic-common';
import { ListRequest } from '../../request/parseListQuery';
import { SummaryRequest } from '../../request/parseSummaryQuery';

/** What the REST API says about all Services a caller may see. Answers come from the store alone. */
export interface ListService {
  listServices(options: {
    request: ListRequest;
    credentials: BackstageCredentials;
  }): Promise<ServiceList>;

  getSummary(options: {
    request: SummaryRequest;
    credentials: BackstageCredentials;
  }): Promise<TrafficSummary>;
}
