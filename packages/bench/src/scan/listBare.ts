import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Pool } from 'undici';
import { requestToken } from '../card/requestToken';
import { FleetAddress } from '../fleet/startSimulator';
import { measureScan, ScanFigures } from './ScanFigures';
import { ListedResource } from './scanWhole';

const unzip = promisify(gunzip);

/** As many as the backend asks for at a time. */
const pageSize = 500;
const connections = 4;

/**
 * Lists the same resources page by page and parses them, with nothing but an HTTP client: what every program that
 * wants to know a whole cluster has to do. It keeps the objects, because whoever wants to say something has to.
 */
export async function listBare(options: {
  fleet: FleetAddress;
  lists: readonly ListedResource[];
  runs: number;
}): Promise<ScanFigures> {
  const { fleet, lists, runs } = options;
  const [{ server, caFile }] = fleet.clusters;
  const pool = new Pool(server, {
    connections,
    connect: { ca: await readFile(caFile, 'utf8') },
  });
  const headers = {
    authorization: `Bearer ${await requestToken(fleet)}`,
    accept: 'application/json',
    'accept-encoding': 'gzip',
  };
  return measureScan(runs, async () => {
    const found = await Promise.all(
      lists.map(resource => listPages(pool, headers, resource)),
    );
    return found.flat().length;
  });
}

async function listPages(
  pool: Pool,
  headers: Record<string, string>,
  { apiVersion, resource }: ListedResource,
): Promise<unknown[]> {
  const root = apiVersion.includes('/') ? '/apis' : '/api';
  const items: unknown[] = [];
  let next = '';
  do {
    const answer = await pool.request({
      method: 'GET',
      path: `${root}/${apiVersion}/${resource}?limit=${pageSize}&continue=${encodeURIComponent(
        next,
      )}`,
      headers,
    });
    const received = Buffer.from(await answer.body.arrayBuffer());
    const text =
      answer.headers['content-encoding'] === 'gzip'
        ? await unzip(received)
        : received;
    if (answer.statusCode !== 200) {
      throw new Error(`${resource}: ${answer.statusCode} ${text}`);
    }
    const page = JSON.parse(text.toString());
    items.push(...page.items);
    next = page.metadata.continue ?? '';
  } while (next !== '');
  return items;
}
