import { Estate, ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import { AzureScope } from '../../config/AksTrafficConfig';
import { describeAzureError } from '../describeAzureError';
import { EstateMemory, EstatePart } from './EstateMemory';
import { findInvisibleSubscriptions } from './findInvisibleSubscriptions';
import { findSubnetGaps } from './findSubnetGaps';
import { parseRows } from './parseRows';
import { EstateQuery, estateQueries, readQuery } from './queries';
import { ResourceGraphReader } from './ResourceGraphReader';

/** The Azure side of the estate, and whether a cluster that is not in it is gone. */
export interface EstateReading {
  estate: Estate;
  /** Those gaps of the estate that may hide clusters: while there are any, a cluster without a row may still exist. */
  clusterGaps: string[];
  /** Those gaps that an earlier look stands in for: what is said of Azure is as old as they say. */
  outdated: string[];
}

const clusterQuery = 'managed-clusters';
const subnetType = 'microsoft.network/virtualnetworks/subnets';

/**
 * Reads the Azure side of the estate: a constant number of queries, one after the other, because Resource Graph
 * counts them per identity and not per connection.
 *
 * @returns the rows of all queries that gave any, now or in an earlier look that is remembered. What is missing is
 * said in `gaps`; what nobody knows is left out of `readTypes`.
 * Never throws: once `signal` is aborted, every query that is left counts as failed.
 */
export async function readEstate(options: {
  reader: ResourceGraphReader;
  scope: AzureScope;
  /** Whose rows stand in for those of a query that fails; without it there are none. */
  memory?: EstateMemory;
  signal: AbortSignal;
}): Promise<EstateReading> {
  const { reader, scope, signal, memory = new EstateMemory() } = options;
  const parts: EstatePart[] = [];
  for (const query of estateQueries) {
    parts.push(memory.better(await runQuery({ reader, query, signal })));
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
        ...parts.flatMap(gapsOf),
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
      ...parts.filter(({ name }) => name === clusterQuery).flatMap(gapsOf),
      ...invisible.gaps,
    ],
    outdated: [
      ...failures.flatMap(({ gap, outdated }) => (outdated ? gap : [])),
      ...parts.flatMap(part => (part.takenAt ? gapsOf(part) : [])),
    ],
  };
}

async function runQuery(options: {
  reader: ResourceGraphReader;
  query: EstateQuery;
  signal: AbortSignal;
}): Promise<EstatePart> {
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
  parts: EstatePart[],
): { gap: string; queries: readonly string[]; outdated: boolean }[] {
  const failures = new Map<string, EstatePart[]>();
  for (const part of parts) {
    if (part.failure !== undefined) {
      failures.set(part.failure, [...(failures.get(part.failure) ?? []), part]);
    }
  }
  return [...failures].map(([failure, failed]) => {
    const queries = failed.map(({ name }) => name);
    const what =
      failed.length === parts.length
        ? 'Azure could not be read'
        : `A part of Azure could not be read (${queries.join(', ')})`;
    return {
      gap: `${what}: ${failure}${instead(failed)}`,
      queries,
      outdated: failed.some(({ takenAt }) => takenAt !== undefined),
    };
  });
}

function gapsOf(part: EstatePart): string[] {
  return part.gaps.map(gap => gap + instead([part]));
}

/** The earliest time is said: what is newer is not older than that. */
function instead(parts: EstatePart[]): string {
  const [takenAt] = parts.flatMap(part => part.takenAt ?? []).sort();
  return takenAt === undefined
    ? ''
    : `. What it said at ${takenAt} is used instead`;
}
