import {
  filterRef,
  ServiceFilter,
  ServiceListQuery,
} from 'backstage-plugin-aks-traffic-common';
import { isKnownEgressKind } from '../egress';
import { isKnownExposure } from '../exposure';
import { isKnownRisk } from '../risk';
import {
  isKnownCampaignState,
  isKnownEffort,
  isKnownOrderField,
  isSystemFilter,
} from './vocabulary';

/** How many services a page of the table can have. */
export const pageSizes = [25, 50, 100] as const;

/** What the table shows: which services, in which order, and which page of them. */
export interface ServiceView {
  filter: ServiceFilter;
  orderBy?: ServiceListQuery['orderBy'];
  pageSize: (typeof pageSizes)[number];
  /** 1 for the first. */
  page: number;
  /** Where a page after the first begins; given by the backend. */
  cursor?: string;
}

/** Fields of the filter that take several values. */
export type FilterField = Exclude<keyof ServiceFilter, 'search'>;

/** What a value of a filter has to look like; a value of any other kind is left out of the view. */
const accepts: Readonly<Record<FilterField, (value: string) => boolean>> = {
  cluster: isNamed,
  namespace: isNamed,
  system: isSystemFilter,
  exposure: isKnownExposure,
  egress: isKnownEgressKind,
  risk: isKnownRisk,
  effort: isKnownEffort,
  // An empty text stands for the services that nobody owns, and for those of no System.
  owner: () => true,
  catalogSystem: () => true,
  retirement: isNamed,
  state: isKnownCampaignState,
};

export const filterFields = Object.keys(accepts) as FilterField[];

const defaultPageSize = pageSizes[0];

/**
 * Reads a view out of the query part of an address. What cannot be understood, because the address was written by hand
 * or by another version, is left out: the rest of the view still holds, and the filters that do are shown.
 */
export function parseServiceView(parameters: URLSearchParams): ServiceView {
  const filter: Record<string, string[] | string> = {};
  for (const field of filterFields) {
    const values = [
      ...new Set(parameters.getAll(field).map(value => wholeRef(field, value))),
    ].filter(accepts[field]);
    if (values.length > 0) {
      filter[field] = values;
    }
  }
  const search = parameters.get('search');
  if (search) {
    filter.search = search;
  }
  const cursor = parameters.get('cursor') || undefined;
  const page = cursor === undefined ? 1 : parsePage(parameters.get('page'));
  return {
    filter: filter as ServiceFilter,
    orderBy: parseOrder(parameters.get('orderBy')),
    pageSize:
      pageSizes.find(size => String(size) === parameters.get('pageSize')) ??
      defaultPageSize,
    page,
    // The first page begins at the beginning, whatever an address says.
    cursor: page > 1 ? cursor : undefined,
  };
}

/** The query part of the address of a view, without a question mark; the same names as those of the REST API. */
export function serviceViewParameters(
  view: Partial<ServiceView>,
): URLSearchParams {
  const { filter = {}, orderBy, pageSize, page, cursor } = view;
  const parameters = new URLSearchParams();
  for (const field of filterFields) {
    for (const value of filter[field] ?? []) {
      parameters.append(field, value);
    }
  }
  if (filter.search) {
    parameters.set('search', filter.search);
  }
  if (orderBy) {
    parameters.set('orderBy', `${orderBy.field}:${orderBy.order}`);
  }
  if (pageSize !== undefined && pageSize !== defaultPageSize) {
    parameters.set('pageSize', String(pageSize));
  }
  if (cursor !== undefined && page !== undefined && page > 1) {
    parameters.set('page', String(page));
    parameters.set('cursor', cursor);
  }
  return parameters;
}

/** Puts a filter in the place of the view's own; its first page, since the others are pages of another list. */
export function withFilter(
  view: ServiceView,
  filter: ServiceFilter,
): ServiceView {
  return { ...view, filter, page: 1, cursor: undefined };
}

/** Sorts a view in another way, from its first page on. */
export function withOrder(
  view: ServiceView,
  orderBy: NonNullable<ServiceView['orderBy']>,
): ServiceView {
  return { ...view, orderBy, page: 1, cursor: undefined };
}

/** Adds a value to a field of the filter, or takes it out where it is in. */
export function toggleValue(
  filter: ServiceFilter,
  field: FilterField,
  value: string,
): ServiceFilter {
  const values: readonly string[] = filter[field] ?? [];
  const next = values.includes(value)
    ? values.filter(each => each !== value)
    : [...values, value];
  return { ...filter, [field]: next.length > 0 ? next : undefined };
}

/** Whether a filter narrows anything. */
export function isFiltered(filter: ServiceFilter): boolean {
  return Boolean(filter.search) || filterFields.some(field => filter[field]);
}

/** References may be written in short. What is none is left for the backend, which says how one looks. */
function wholeRef(field: FilterField, value: string): string {
  return field === 'owner' || field === 'catalogSystem'
    ? filterRef(field, value) ?? value
    : value;
}

function isNamed(value: string): boolean {
  return value !== '';
}

function parseOrder(text: string | null): ServiceListQuery['orderBy'] {
  const [field, order, ...rest] = (text ?? '').split(':');
  return isKnownOrderField(field) &&
    (order === 'asc' || order === 'desc') &&
    rest.length === 0
    ? { field, order }
    : undefined;
}

function parsePage(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
