import { readFileSync } from 'node:fs';
import { fail, say, step } from './log.mjs';
import { runToEnd } from './processes.mjs';

/** Adds up what the checks and test runners of one run said. */
export class Tally {
  #passed = 0;
  #failed = 0;
  #skipped = [];

  add({ passed = 0, failed = 0 }) {
    this.#passed += passed;
    this.#failed += failed;
  }

  skip(what) {
    this.#skipped.push(what);
  }

  get failed() {
    return this.#failed;
  }

  /** Skips are named, one a line, before the closing line, which is always the last. */
  print() {
    for (const what of this.#skipped) {
      say(`skipped: ${what}`);
    }
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
  }
}

/** Runs a command that either holds or does not, such as the type check. */
export async function check({ tally, title, command, args, env, cwd }) {
  const code = await step(title, () => runToEnd(command, args, { env, cwd }));
  if (code === 0) {
    tally.add({ passed: 1 });
  } else {
    fail(`${title}: failed`);
    tally.add({ failed: 1 });
  }
}

/** Reads Jest's JSON result; a suite that could not even start counts as a failure. */
export function countJest(file) {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    pending: result.testResults.flatMap(suite =>
      suite.assertionResults
        .filter(({ status }) => ['pending', 'todo', 'skipped'].includes(status))
        .map(({ fullName }) => fullName),
    ),
  };
}

/** Reads the totals at the end of the Node test runner's TAP output. */
export function countTap(text) {
  const total = name =>
    Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}
