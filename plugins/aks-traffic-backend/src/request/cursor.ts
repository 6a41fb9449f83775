import { InputError } from '@backstage/errors';
import { ServiceFilter } from 'backstage-plugin-aks-traffic-common';
import { ListPageQuery, ListPosition, ServiceOrder } from '../store/listTypes';
import { parseOrder } from './parseOrder';
import { filterParameters, parseServiceFilter } from './parseServiceFilter';
import { QueryReader } from './QueryReader';

/** What a cursor carries: enough to read on, and nothing that decides what may be seen. */
export interface ListCursor {
  filter: ServiceFilter;
  orderBy: ServiceOrder;
  from: NonNullable<ListPageQuery['from']>;
}

/** Fields that are sorted by numbers. */
const numeric = new Set(['exposure', 'risk', 'score', 'effort']);

/** Longer than anything the names of a row can make. */
const longest = 20_000;

const notOurs =
  'Query parameter cursor is not a cursor: leave it out to begin anew';

/** Writes a cursor: a query of its own, so that both are read by the same rules. */
export function formatCursor({ filter, orderBy, from }: ListCursor): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    for (const each of [value].flat()) {
      parameters.append(name, each);
    }
  }
  parameters.append('orderBy', `${orderBy.field}:${orderBy.order}`);
  parameters.append('direction', from.direction);
  parameters.append('value', String(from.value));
  if (from.then !== undefined) {
    parameters.append('then', String(from.then));
  }
  parameters.append('name', from.name);
  return Buffer.from(parameters.toString()).toString('base64url');
}

/** @throws InputError for what no answer of this API has contained. */
export function parseCursor(text: string): ListCursor {
  if (text.length > longest || !/^[\w-]+$/.test(text)) {
    throw new InputError(notOurs);
  }
  const parameters = new URLSearchParams(
    Buffer.from(text, 'base64url').toString(),
  );
  const position = {
    value: parameters.get('value'),
    then: parameters.get('then'),
    name: parameters.get('name'),
  };
  for (const part of Object.keys(position)) {
    parameters.delete(part);
  }
  try {
    const query = new QueryReader(parameters, [
      ...filterParameters,
      'orderBy',
      'direction',
    ]);
    const orderBy = parseOrder(query);
    const direction = query.word('direction', ['next', 'previous']);
    if (!orderBy || !direction) {
      throw new InputError('It is cut off');
    }
    return {
      filter: parseServiceFilter(query),
      orderBy,
      from: { ...readPosition(position, orderBy), direction },
    };
  } catch {
    // What is wrong inside is nothing that people wrote, and no help to them.
    throw new InputError(notOurs);
  }
}

function readPosition(
  { value, then, name }: Record<'value' | 'then' | 'name', string | null>,
  { field }: ServiceOrder,
): ListPosition {
  if (value === null || name === null || /\0/.test(value + name)) {
    throw new InputError('It is cut off');
  }
  return {
    value: numeric.has(field) ? readNumber(value) : value,
    ...(field === 'risk' && { then: readNumber(then) }),
    name,
  };
}

function readNumber(text: string | null): number {
  if (text === null || !/^-?\d{1,4}$/.test(text)) {
    throw new InputError('It does not fit its order');
  }
  return Number(text);
}
