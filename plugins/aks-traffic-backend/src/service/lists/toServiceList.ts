import {
  ListCoverage,
  ServiceList,
  ServiceListItem,
} from 'backstage-plugin-aks-traffic-common';
import { formatCursor } from '../../request/cursor';
import { ListRequest } from '../../request/parseListQuery';
import { CountedPage, ListedService, ListPage } from '../../store/listTypes';
import { coverageOf, StalenessOptions } from '../coverageOf';

/** A Service as the list shows it now. */
export function toServiceListItem(
  listed: ListedService,
  options: StalenessOptions & Pick<ListPage, 'clusters'>,
): ServiceListItem {
  const { position, ...item } = listed;
  const cluster = options.clusters.get(item.cluster);
  const coverage = cluster && coverageOf(cluster, options);
  return {
    ...item,
    coverage: coverage?.state ?? 'unreachable',
    observedAt: coverage?.observedAt,
  };
}

/** A page of the list with the ways on and back, and what it cannot speak for. */
export function toServiceList(
  page: CountedPage,
  options: StalenessOptions & { request: ListRequest; coverage: ListCoverage },
): ServiceList {
  const { request, coverage } = options;
  return {
    items: page.services.map(listed =>
      toServiceListItem(listed, { ...options, clusters: page.clusters }),
    ),
    totalItems: page.totalItems,
    pageInfo: pageInfoOf(page, request),
    ...coverage,
  };
}

/** Where a page that was reached by a cursor came from, there is something; whether beyond it, the page says. */
function pageInfoOf(
  { services, more }: ListPage,
  { filter, orderBy, from }: ListRequest,
): ServiceList['pageInfo'] {
  const backward = from?.direction === 'previous';
  const last = services.at(-1)?.position ?? from;
  const first = services.at(0)?.position ?? from;
  const cursor = (position: typeof last, direction: 'next' | 'previous') =>
    position &&
    formatCursor({
      filter,
      orderBy,
      from: { ...position, direction },
    });
  return {
    nextCursor: more || backward ? cursor(last, 'next') : undefined,
    prevCursor:
      (backward && more) || (from && !backward)
        ? cursor(first, 'previous')
        : undefined,
  };
}
