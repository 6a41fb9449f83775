import { InputError } from '@backstage/errors';
import { Estate, ResourceRow } from 'backstage-plugin-aks-traffic-engine';
import {
  readSources,
  Source,
  SourceFolder,
} from 'backstage-plugin-aks-traffic-node';

const wayOut =
  'write it with: az graph query -q \'resources | where type startswith "microsoft.network/" or type =~ "microsoft.containerservice/managedclusters"\' --first 1000 --output json';

/**
 * Reads Azure rows from files: a list, or what `az graph query` (`data`) and Azure's REST API (`value`) put around it.
 *
 * A type of which a row is there counts as read whole, because files do not say what was asked for.
 */
export async function readAzureRows(
  paths: readonly string[],
  from: SourceFolder,
): Promise<Estate> {
  const rows: ResourceRow[] = [];
  const gaps: string[] = [];
  for (const path of paths) {
    const extensions = ['.json'];
    for await (const reading of readSources({ path, extensions, from })) {
      if ('gap' in reading) {
        gaps.push(reading.gap);
        continue;
      }
      for (const row of rowsIn(reading.source)) {
        rows.push(row);
      }
    }
  }
  const types = new Set<string>();
  for (const row of rows) {
    if (typeof row?.type === 'string') {
      types.add(row.type.toLowerCase());
    }
  }
  return { rows, gaps, readTypes: [...types].sort() };
}

/** The rows themselves are not looked at: the engine skips and names what it cannot use. */
function rowsIn({ name, text }: Source): ResourceRow[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError(`${name} is not JSON; ${wayOut}`);
  }
  const { data, value: page } = (value ?? {}) as Record<string, unknown>;
  const rows = [value, data, page].find(Array.isArray);
  if (rows === undefined) {
    throw new InputError(`${name} holds no list of Azure rows; ${wayOut}`);
  }
  return rows;
}
