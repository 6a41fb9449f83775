import { Estate, ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { AzureScope } from '../../config/AksTrafficConfig';
import { describeAzureError } from '../describeAzureError';
import { findInvisibleSubscriptions } from './findInvisibleSubscriptions';
import { findSubnetGaps } from './findSubnetGaps';
import { parseRows } from './parseRows';
import { EstateQuery, estateQueries, readQuery } from './queries';
import { ResourceGraphReader } from './ResourceGraphReader';

/** What one query gave; `failure` when it gave nothing. */
interface Part {
  /** Name of the query. */
  name: string;
  rows: ResourceRow[];
  gaps: string[];
  readTypes: string[];
  failure?: string;
}

/** The Azure side of the estate, and whether a cluster that is not in it is gone. */
export interface EstateReading {
  estate: Estate;
  /** Those gaps of the estate that may hide clusters: while there are any, a cluster without a row may still exist. */
  clusterGaps: string[];
}

const clusterQuery = 'managed-clusters';
const subnetType = 'microsoft.network/virtualnetworks/subnets';

/**
 * Reads the Azure side of the estate: a constant number of queries, one after the other, because Resource Graph
 * counts them per identity and not per connection.
 *
 * @returns the rows of all queries that gave any. What is missing is said in `gaps` and left out of `readTypes`.
 * Never throws: once `signal` is aborted, every query that is left counts as failed.
 */
export async function readEstate(options: {
  reader: ResourceGraphReader;
  scope: AzureScope;
  signal: AbortSignal;
}): Promise<EstateReading> {
  const { reader, scope, signal } = options;
  const parts: Part[] = [];
  for (const query of estateQueries) {
    parts.push(await runQuery({ reader, query, signal }));
  }
  const rows = parts.flatMap(part => part.rows);
  const subnetGaps = findSubnetGaps(rows);
  const invisible = await findInvisibleSubscriptions({
    reader,
    scope,
    signal,
  });
  const readTypes = parts
    .flatMap(part => part.readTypes)
    .filter(type => type !== subnetType || subnetGaps.length === 0);
  const failures = describeFailures(parts);
  return {
    estate: {
      rows,
      gaps: [
        ...failures.map(({ gap }) => gap),
        ...parts.flatMap(({ gaps }) => gaps),
        ...subnetGaps,
        ...invisible.gaps,
      ],
      readTypes,
      ...(invisible.ids.length > 0 && { unseenSubscriptions: invisible.ids }),
    },
    clusterGaps: [
      ...failures
        .filter(({ queries }) => queries.includes(clusterQuery))
        .map(({ gap }) => gap),
      ...parts
        .filter(({ name }) => name === clusterQuery)
        .flatMap(({ gaps }) => gaps),
      ...invisible.gaps,
    ],
  };
}

async function runQuery(options: {
  reader: ResourceGraphReader;
  query: EstateQuery;
  signal: AbortSignal;
}): Promise<Part> {
  const { reader, query, signal } = options;
  const { name } = query;
  try {
    const result = await reader.query(readQuery(name), signal);
    const { rows, gaps, doubtfulTypes } = parseRows({
      name,
      rows: result.rows,
    });
    if (result.incomplete !== undefined) {
      const gap = `Not all of Azure was read (query ${name}): ${result.incomplete}`;
      return { name, rows, gaps: [gap, ...gaps], readTypes: [] };
    }
    return {
      name,
      rows,
      gaps,
      readTypes:
        doubtfulTypes === 'all'
          ? []
          : provenTypes(query, rows).filter(type => !doubtfulTypes.has(type)),
    };
  } catch (error) {
    const failure = describeAzureError(error);
    return { name, rows: [], gaps: [], readTypes: [], failure };
  }
}

function provenTypes(query: EstateQuery, rows: ResourceRow[]): string[] {
  const found = new Set(rows.map(({ type }) => type.toLowerCase()));
  return query.types.filter(type => {
    const parent = query.uncertain?.[type];
    return parent === undefined || !found.has(parent) || found.has(type);
  });
}

/** One sentence per reason: when Azure is away, it is away for every query. */
function describeFailures(
  parts: Part[],
): { gap: string; queries: readonly string[] }[] {
  const queries = new Map<string, string[]>();
  for (const { name, failure } of parts) {
    if (failure !== undefined) {
      queries.set(failure, [...(queries.get(failure) ?? []), name]);
    }
  }
  return [...queries].map(([failure, names]) => ({
    gap:
      names.length === parts.length
        ? `Azure could not be read: ${failure}`
        : `A part of Azure could not be read (${names.join(', ')}): ${failure}`,
    queries: names,
  }));
}
