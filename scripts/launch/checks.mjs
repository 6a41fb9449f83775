import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fail, say, step } from './log.mjs';
import { root } from './paths.mjs';
import { runToEnd } from './processes.mjs';

/** Adds up what the checks and test runners of one run said. */
export class Tally {
  #passed = 0;
  #failures = [];
  #skipped = [];

  pass(count = 1) {
    this.#passed += count;
  }

  fail(what) {
    this.#failures.push(what);
  }

  skip(what) {
    this.#skipped.push(what);
  }

  get failed() {
    return this.#failures.length;
  }

  /** Skips and failures are named, one a line, before the closing line, which is always the last. */
  print() {
    for (const what of this.#skipped) {
      say(`skipped: ${what}`);
    }
    for (const what of this.#failures) {
      fail(what);
    }
    process.stdout.write(
      `${this.#passed} passed, ${this.#failures.length} failed\n`,
    );
  }
}

/** Runs a command that either holds or does not, such as the type check. */
export async function check({ tally, title, command, args, env, cwd }) {
  const code = await step(title, () => runToEnd(command, args, { env, cwd }));
  if (code === 0) {
    tally.pass();
  } else {
    tally.fail(`${title}: failed`);
  }
}

const pendingStates = ['pending', 'todo', 'skipped'];

/**
 * Reads Jest's JSON result. A suite that could not even start is a failure, named by its file; skipped tests are named
 * by the outermost group that they are in and counted.
 */
export function readJest(file) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const tests = result.testResults.flatMap(suite => suite.assertionResults);
  const skipped = new Map();
  for (const { status, ancestorTitles, title } of tests) {
    if (pendingStates.includes(status)) {
      const group = ancestorTitles[0] ?? title;
      skipped.set(group, (skipped.get(group) ?? 0) + 1);
    }
  }
  return {
    passed: result.numPassedTests,
    failures: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => fullName),
      ...result.testResults
        .filter(
          ({ status, assertionResults }) =>
            status === 'failed' &&
            assertionResults.every(test => test.status !== 'failed'),
        )
        .map(({ name }) => `${relative(root, name)}: could not run`),
    ],
    skipped: [...skipped].map(([group, count]) => `${group}: ${count} tests`),
  };
}

/** Reads the TAP output of the Node test runner: its totals, and each test by name that failed, with the error's first line. */
export function readTap(text) {
  const total = name =>
    Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  const blocks = text.matchAll(
    /^ *not ok \d+ - (?<name>.*)\n(?<details>(?: +.*\n)*?) +\.\.\.$/gm,
  );
  return {
    passed: total('pass'),
    // A group fails with its tests; only the tests are counted and named.
    failures: [...blocks]
      .filter(({ groups }) => !/^ *type: 'suite'$/m.test(groups.details))
      .map(({ groups }) => {
        const error = groups.details.match(
          /^ *error: (?:\|-\n *)?(?<line>.*)$/m,
        )?.groups.line;
        return error ? `${groups.name}: ${error}` : groups.name;
      }),
    skipped: total('skipped') + total('todo'),
  };
}
