import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inRoot, root } from './paths.mjs';

/** Makes Jest try as many inputs as the environment variable FUZZ_RUNS says, in every package. Another option has to follow it. */
export const fuzzArguments = [
  `--setupFiles=${inRoot('scripts', 'launch', 'fuzzSetup.cjs')}`,
];

/** What tells a test file with property tests from the others. */
const marks = /\bfrom 'fast-check'/;

function* testFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') {
        yield* testFiles(path);
      }
    } else if (/\.test\.tsx?$/.test(entry.name)) {
      yield path;
    }
  }
}

/**
 * The files with property tests, with the folder and the name of their package.
 *
 * @returns paths from the root of the repository, with slashes.
 */
export function findPropertyTests() {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(inRoot(group)).flatMap(folder => {
      const { name } = JSON.parse(
        readFileSync(inRoot(group, folder, 'package.json'), 'utf8'),
      );
      return [...testFiles(inRoot(group, folder, 'src'))]
        .filter(file => marks.test(readFileSync(file, 'utf8')))
        .map(file => ({
          path: relative(root, file).split(sep).join('/'),
          folder,
          package: name,
        }));
    }),
  );
}

/** Those that are asked for: by the name or folder of a package, else by a part of the path; all when nothing is. */
export function choosePropertyTests(tests, names) {
  return names.flatMap(name => {
    const ofPackage = tests.filter(
      test => test.package === name || test.folder === name,
    );
    return ofPackage.length > 0
      ? ofPackage
      : tests.filter(({ path }) => path.includes(name));
  });
}
