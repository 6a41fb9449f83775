import { InputError } from '@backstage/errors';
import { Estate, ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import {
  readSources,
  Source,
  SourceFolder,
} from 'backstage-plugin-aks-traffic-node';

const wayOut =
  'write it with: az graph query -q \'resources | where type startswith "microsoft.network/" or type startswith "microsoft.servicenetworking/" or type startswith "microsoft.cdn/profiles" or type =~ "microsoft.containerservice/managedclusters"\' --first 1000 --output json';

/** Rows of these are in every answer to the query that the documentation shows, which asks for all of the network. */
const signsOfWholeNetwork = [
  'microsoft.network/virtualnetworks',
  'microsoft.network/loadbalancers',
];

/** What stands in front of private addresses, of which an estate may well have none. */
const maybeWithoutRows = [
  'microsoft.network/applicationgateways',
  'microsoft.network/azurefirewalls',
  'microsoft.network/privatelinkservices',
];

/**
 * Reads Azure rows from files: a list, or what `az graph query` (`data`) and Azure's REST API (`value`) put around it.
 *
 * A type of which a row is there counts as read whole, because files do not say what was asked for; so do types of the
 * network without rows where the network was plainly asked for. Nothing is read whole where an answer says of itself
 * that it is only a part.
 */
export async function readAzureRows(
  paths: readonly string[],
  from: SourceFolder,
): Promise<Estate> {
  const answers: Answer[] = [];
  const gaps: string[] = [];
  for (const path of paths) {
    const extensions = ['.json'];
    for await (const reading of readSources({ path, extensions, from })) {
      if ('gap' in reading) {
        gaps.push(reading.gap);
      } else {
        answers.push(answerIn(reading.source));
      }
    }
  }
  const rows = answers.flatMap(answer => answer.rows);
  const isPart = pagesAreMissing(answers, rows.length);
  if (isPart) {
    gaps.push(
      'The Azure rows are not all there are: ask for the next page with --skip-token, and give the files of all pages',
    );
  }
  return { rows, gaps, readTypes: isPart ? [] : typesOf(rows) };
}

/** What a file holds. */
interface Answer {
  rows: ResourceRow[];
  /** Whether it says that another page follows. */
  more: boolean;
  /** How many rows it says there are on all pages. */
  total?: number;
}

/** The rows themselves are not looked at: the engine skips and names what it cannot use. */
function answerIn({ name, text }: Source): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError(`${name} is not JSON; ${wayOut}`);
  }
  const told = (value ?? {}) as Record<string, unknown>;
  const rows = [value, told.data, told.value].find(Array.isArray);
  if (rows === undefined) {
    throw new InputError(`${name} holds no list of Azure rows; ${wayOut}`);
  }
  const total = told.total_records ?? told.totalRecords;
  return {
    rows,
    // The Azure CLI, the SDKs and the REST APIs each have a name of their own for it.
    more:
      ['skip_token', 'skipToken', '$skipToken', 'nextLink'].some(
        key => typeof told[key] === 'string' && told[key] !== '',
      ) || told.resultTruncated === 'true',
    ...(typeof total === 'number' && { total }),
  };
}

/** Pages that were given together make up a whole when the last of them is there, or as many rows as there are. */
function pagesAreMissing(answers: readonly Answer[], rows: number): boolean {
  const totals = answers.flatMap(({ total }) => total ?? []);
  return totals.length > 0
    ? rows < Math.max(...totals)
    : answers.length > 0 && answers.every(({ more }) => more);
}

function typesOf(rows: readonly ResourceRow[]): string[] {
  const types = new Set<string>();
  for (const row of rows) {
    if (typeof row?.type === 'string') {
      types.add(row.type.toLowerCase());
    }
  }
  if (signsOfWholeNetwork.every(type => types.has(type))) {
    maybeWithoutRows.forEach(type => types.add(type));
  }
  return [...types].sort();
}
