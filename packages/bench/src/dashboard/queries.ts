import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseListQuery } from 'backstage-plugin-aks-traffic-backend/src/request/parseListQuery';
import { ListService } from 'backstage-plugin-aks-traffic-backend/src/service/lists/ListService';
import { TrafficService } from 'backstage-plugin-aks-traffic-backend/src/service/TrafficService';
import {
  ServiceFilter,
  SummaryGroup,
} from 'backstage-plugin-aks-traffic-common';
import { clusterName } from './Estate';

/** Who asks is settled by what the service is made with. */
const credentials = {} as BackstageCredentials;

/** Something a page of the dashboard asks for. */
export interface DashboardQuery {
  label: string;
  run(services: DashboardServices): Promise<unknown>;
}

/** What answers the pages. */
export interface DashboardServices {
  lists: ListService;
  clusters: Pick<TrafficService, 'listClusters' | 'getCluster'>;
}

function list(label: string, query: string): DashboardQuery {
  return {
    label: `list ${label}`,
    run: ({ lists }) =>
      lists.listServices({
        request: parseListQuery(new URLSearchParams(query)),
        credentials,
      }),
  };
}

/** A page from the middle of the list: reached by cursors, as people do. */
function deepList(orderBy: string): DashboardQuery {
  let cursor: string | undefined;
  return {
    label: `list by ${orderBy}, page 10`,
    run: async ({ lists }) => {
      for (let page = 0; cursor === undefined && page < 9; page += 1) {
        const answer = await lists.listServices({
          request: parseListQuery(
            new URLSearchParams(
              cursor ? { cursor } : { orderBy, limit: '500' },
            ),
          ),
          credentials,
        });
        cursor = answer.pageInfo.nextCursor;
      }
      return lists.listServices({
        request: parseListQuery(new URLSearchParams({ cursor: cursor! })),
        credentials,
      });
    },
  };
}

function summary(
  groupBy: SummaryGroup,
  filter: ServiceFilter = {},
): DashboardQuery {
  return {
    label: `summary by ${groupBy}${filter.state ? ', at risk' : ''}`,
    run: ({ lists }) =>
      lists.getSummary({ request: { filter, groupBy }, credentials }),
  };
}

function history(days: number, filter: ServiceFilter = {}): DashboardQuery {
  const of = filter.owner ? ' of one owner' : '';
  return {
    label: `history of ${days} days${of}`,
    run: ({ lists }) =>
      lists.getHistory({ request: { filter, days }, credentials }),
  };
}

/** What is measured: first pages in every order, narrow and wide filters, deep pages, counts, series and clusters. */
export const queries: DashboardQuery[] = [
  ...[
    'service:asc',
    'owner:asc',
    'catalogSystem:asc',
    'system:desc',
    'cluster:asc',
    'exposure:desc',
    'egress:asc',
    'risk:desc',
    'score:desc',
    'effort:asc',
    'deadline:asc',
  ].map(orderBy => list(`by ${orderBy}`, `orderBy=${orderBy}`)),
  deepList('risk:desc'),
  list('with 500 rows', 'limit=500'),
  list('of one cluster', 'cluster=aks-shop-prod-0'),
  list(
    'of one system, by score',
    'system=app-routing-nginx&orderBy=score:desc',
  ),
  list('at risk, by deadline', 'state=at-risk&orderBy=deadline:asc'),
  list('of one owner', 'owner=group:default/team-7'),
  list('of nobody', 'owner='),
  list('of one system of the catalog', 'catalogSystem=system:default/system-7'),
  list('of no system of the catalog', 'catalogSystem='),
  list('with a name found', 'search=service-4711'),
  list('with nothing found', 'search=no-such-thing&orderBy=score:desc'),
  summary('owner'),
  summary('catalogSystem'),
  summary('cluster'),
  summary('system'),
  summary('risk'),
  summary('owner', { state: ['at-risk'] }),
  history(90),
  history(365),
  history(365, { owner: ['group:default/team-7'] }),
  {
    label: 'list of clusters',
    run: ({ clusters }) => clusters.listClusters({ credentials }),
  },
  {
    label: 'one cluster with its evidence',
    run: ({ clusters }) =>
      clusters.getCluster({ cluster: clusterName(0), credentials }),
  },
];
