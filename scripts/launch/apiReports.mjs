import { rmSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { runToEnd } from './processes.mjs';

/**
 * Writes the declarations that API reports are made of, all of them anew: TypeScript lists the members of a union in
 * the order in which it met them, and after a build of only what changed that is another one than on a fresh clone.
 */
export function writeDeclarations(env) {
  rmSync(inRoot('dist-types'), { recursive: true, force: true });
  return runToEnd('tsc', [], { env });
}

/**
 * Only the packages that are published have an API worth reviewing.
 *
 * Without the omissions every package fails on messages that Backstage's own packages leave out too.
 */
export const apiReportArguments = [
  'api-reports',
  '-o',
  'ae-wrong-input-file-type,ae-undocumented',
  '--validate-release-tags',
  '--exclude',
  'packages/*',
];
