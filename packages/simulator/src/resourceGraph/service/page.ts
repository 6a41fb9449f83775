import { createHash } from 'node:crypto';
import { Column, Row, Table, Value } from '../values';
import { QueryRequest, QueryRequestError } from './readQueryRequest';

/** What the REST interface calls KQL's types. */
const COLUMN_TYPES: ReadonlyMap<string, string> = new Map([
  ['long', 'integer'],
  ['int', 'integer'],
  ['real', 'number'],
  ['bool', 'boolean'],
  ['dynamic', 'object'],
]);

export interface QueryAnswer {
  totalRecords: number;
  count: number;
  data: unknown;
  facets: never[];
  /** A string, as the real service sends it. */
  resultTruncated: 'true' | 'false';
  $skipToken?: string;
}

/**
 * Cuts a page out of a result. A result that cannot be continued says that it is truncated and has no token; one that
 * can be continued has a token and says that it is not.
 */
export function cutPage(options: {
  table: Table;
  request: QueryRequest;
  pageable: boolean;
}): QueryAnswer {
  const { table, request, pageable } = options;
  const start = request.skipToken
    ? readSkipToken(request.skipToken, request)
    : request.skip;
  const rows = table.rows.slice(start, start + request.top);
  const end = start + rows.length;
  const more = end < table.rows.length;
  return {
    totalRecords: table.rows.length,
    count: rows.length,
    data:
      request.resultFormat === 'table'
        ? toTable(table.columns, rows)
        : toObjects(table.columns, rows),
    facets: [],
    resultTruncated: more && !pageable ? 'true' : 'false',
    ...(more && pageable && { $skipToken: writeSkipToken(end, request) }),
  };
}

function toObjects(
  columns: Column[],
  rows: Row[],
): Record<string, Value | null>[] {
  return rows.map(row =>
    Object.fromEntries(
      columns.map(({ name }, index) => [name, row[index] ?? null]),
    ),
  );
}

function toTable(columns: Column[], rows: Row[]) {
  return {
    columns: columns.map(({ name, type }) => ({
      name,
      type: COLUMN_TYPES.get(type) ?? type,
    })),
    rows: rows.map(row => columns.map((_, index) => row[index] ?? null)),
  };
}

/** A token is good for the query that it came with. */
function writeSkipToken(start: number, request: QueryRequest): string {
  return Buffer.from(
    JSON.stringify({
      $id: '1',
      MaxRows: request.top,
      RowsToSkip: start,
      Query: digest(request),
    }),
  ).toString('base64');
}

function readSkipToken(token: string, request: QueryRequest): number {
  try {
    const { RowsToSkip: start, Query: query } = JSON.parse(
      Buffer.from(token, 'base64').toString('utf8'),
    );
    if (
      Number.isSafeInteger(start) &&
      start >= 0 &&
      query === digest(request)
    ) {
      return start;
    }
  } catch {
    // Falls through to the one answer for every token that is not ours.
  }
  throw new QueryRequestError('options.$skipToken: not of this query');
}

function digest({ query, subscriptions, managementGroups }: QueryRequest) {
  return createHash('sha256')
    .update(JSON.stringify([query, subscriptions, managementGroups]))
    .digest('base64');
}
