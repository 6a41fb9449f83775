import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Reads the contract of the REST API, which is shipped beside the code. */
export function readOpenApi(): Record<string, unknown> {
  const path = resolvePackagePath(
    'backstage-plugin-aks-traffic-backend',
    'src/schema/openapi.yaml',
  );
  // The file is our own: repeating an answer by an alias is no attack.
  return parse(readFileSync(path, 'utf8'), { maxAliasCount: -1 });
}
