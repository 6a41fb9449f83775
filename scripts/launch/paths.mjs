import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const tools = join(root, 'tools');
/** Git-ignored: stamps, built artefacts of the launcher, files of running demos. */
export const cache = join(root, '.cache');

export function inRoot(...parts) {
  return join(root, ...parts);
}
