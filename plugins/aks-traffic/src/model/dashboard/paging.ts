import {
  ServiceList,
  ServiceListQuery,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceView } from './serviceView';

/** The order of the backend when none is asked for. */
const defaultOrder = { field: 'risk', order: 'desc' } as const;

/** The order a view is in. */
export function orderOf({
  orderBy,
}: Pick<ServiceView, 'orderBy'>): NonNullable<ServiceListQuery['orderBy']> {
  return orderBy ?? defaultOrder;
}

/** The view of the page after the one that a list is; `undefined` when there is none. */
export function nextPage(
  view: ServiceView,
  list: ServiceList,
): ServiceView | undefined {
  const { nextCursor } = list.pageInfo;
  return nextCursor === undefined || list.items.length === 0
    ? undefined
    : { ...view, page: view.page + 1, cursor: nextCursor };
}

/**
 * The view of the page before the one that a list is. The first page is always read from the begin, so that what came
 * in before it meanwhile is on it.
 */
export function previousPage(
  view: ServiceView,
  list: ServiceList,
): ServiceView {
  const { prevCursor } = list.pageInfo;
  return view.page <= 2 || prevCursor === undefined
    ? { ...view, page: 1, cursor: undefined }
    : { ...view, page: view.page - 1, cursor: prevCursor };
}
