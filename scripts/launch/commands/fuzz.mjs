import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJest, Tally } from '../checks.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { LaunchError, say, step } from '../log.mjs';
import { cache, inRoot } from '../paths.mjs';
import { runToEnd, stopAll, stopRequested } from '../processes.mjs';
import {
  choosePropertyTests,
  findPropertyTests,
  fuzzArguments,
} from '../propertyTests.mjs';

const usage = `Runs the property tests with more inputs than the 100 that 'npm test' tries.

Usage: npm run fuzz -- [package or part of a path ...] [options]

Options:
  --runs <number>   inputs for each property (default 2000); those with a number of their own keep their share of it
  --seed <number>   tries the inputs of an earlier run again
  --list            shows the files and runs nothing

A property that fails prints its smallest counterexample, which becomes a test of its own.
`;

/** @throws LaunchError for what is no option, or has no number. */
function readArguments(args) {
  const read = { names: [], runs: 2000, seed: undefined, list: false };
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '--list') {
      read.list = true;
    } else if (arg === '--runs' || arg === '--seed') {
      const number = Number(args[(at += 1)]);
      if (!Number.isInteger(number) || (arg === '--runs' && number < 1)) {
        throw new LaunchError(`${arg} takes a whole number`);
      }
      read[arg.slice(2)] = number;
    } else if (arg.startsWith('-') && arg !== '--') {
      throw new LaunchError(`there is no option ${arg}\n\n${usage}`);
    } else if (arg !== '--') {
      read.names.push(arg);
    }
  }
  return read;
}

function filesOf(names) {
  const tests = findPropertyTests();
  const unknown = names.find(
    name => choosePropertyTests(tests, [name]).length === 0,
  );
  if (unknown !== undefined) {
    throw new LaunchError(
      `no property test is in a package or at a path with '${unknown}'; --list shows them`,
    );
  }
  const chosen = names.length > 0 ? choosePropertyTests(tests, names) : tests;
  return [...new Set(chosen.map(({ path }) => path))].sort();
}

async function runJest({ files, runs, seed, env }) {
  const folder = join(cache, 'test');
  mkdirSync(folder, { recursive: true });
  const outputFile = join(folder, 'fuzz.json');
  rmSync(outputFile, { force: true });
  await step(`${files.length} files, ${runs} inputs for each property`, () =>
    runToEnd(
      'backstage-cli',
      [
        'repo',
        'test',
        '--watch=false',
        // Ended by whoever started it, and by nothing else.
        '--testTimeout=86400000',
        '--json',
        `--outputFile=${outputFile}`,
        ...fuzzArguments,
        '--runTestsByPath',
        ...files.map(file => inRoot(...file.split('/'))),
      ],
      {
        env: {
          ...env,
          CI: 'true',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          FUZZ_RUNS: String(runs),
          ...(seed !== undefined && { FUZZ_SEED: String(seed) }),
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    ),
  );
  const tally = new Tally();
  const result = readJest(outputFile);
  tally.pass(result.passed);
  result.failures.forEach(name => tally.fail(name));
  result.skipped.forEach(name => tally.skip(name));
  tally.print();
  return tally.failed === 0 ? 0 : 1;
}

export async function run(args) {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const { names, runs, seed, list } = readArguments(args);
  const files = filesOf(names);
  if (list) {
    process.stdout.write(`${files.join('\n')}\n`);
    return 0;
  }
  try {
    return await Promise.race([
      stopRequested().then(code => {
        say('Stopping …');
        return code;
      }),
      ensureDependencies().then(({ env }) =>
        runJest({ files, runs, seed, env }),
      ),
    ]);
  } finally {
    await stopAll();
  }
}
