import { InputError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { ListPageQuery, ServiceOrder } from '../store/listTypes';
import { parseCursor } from './cursor';
import { parseOrder } from './parseOrder';
import { filterParameters, parseServiceFilter } from './parseServiceFilter';
import { QueryReader } from './QueryReader';

/** What a request asks for; who may see what is for others to say. */
export type ListRequest = Omit<ListPageQuery, 'visibility'>;

/** What most needs a look comes first. */
export const defaultOrder: ServiceOrder = { field: 'risk', order: 'desc' };

/**
 * Reads the query of `GET /services`.
 *
 * @throws InputError naming the parameter that is wrong, or that contradicts the cursor.
 */
export function parseListQuery(parameters: URLSearchParams): ListRequest {
  // Read apart, because it may be longer than what people type.
  const [cursorText, ...others] = parameters.getAll('cursor');
  const rest = new URLSearchParams(parameters);
  rest.delete('cursor');
  const query = new QueryReader(rest, [
    ...filterParameters,
    'orderBy',
    'limit',
    'cursor',
  ]);
  const limit = query.integer('limit', { least: 1, most: 500 }) ?? 50;
  const filter = parseServiceFilter(query);
  const orderBy = parseOrder(query);
  if (cursorText === undefined) {
    return { filter, orderBy: orderBy ?? defaultOrder, limit };
  }
  if (others.length > 0) {
    throw new InputError('Query parameter cursor must be given once only');
  }

  const cursor = parseCursor(cursorText);
  const sameFilter =
    !query.hasAny(filterParameters) || isDeepStrictEqual(filter, cursor.filter);
  const sameOrder = !orderBy || isDeepStrictEqual(orderBy, cursor.orderBy);
  if (!sameFilter || !sameOrder) {
    throw new InputError(
      'Query parameter cursor belongs to another filter or order: leave it out to begin anew',
    );
  }
  return { ...cursor, limit };
}
