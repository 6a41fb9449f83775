import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Name, kind and unit of each metric that the page for operators lists. */
export function documentedMetrics(): Map<string, string> {
  const page = readFileSync(
    resolve(__dirname, '../../../../docs/operations.md'),
    'utf8',
  );
  const rows = page.matchAll(/^\| `(aks_traffic\.[\w.]+)` \| ([^|]+) \|/gm);
  return new Map(
    [...rows].map(([, name, kind]) => [
      name,
      /^(gauge|histogram|up-down counter|counter)( in seconds)?/.exec(kind)![0],
    ]),
  );
}
