import { mkdirSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { apiReportArguments, writeDeclarations } from '../apiReports.mjs';
import { browserTests } from '../browserTests.mjs';
import { check, readJest, Tally } from '../checks.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { fail, LaunchError, say, step } from '../log.mjs';
import { cache, inRoot } from '../paths.mjs';
import { startPostgres } from '../postgres.mjs';
import { runToEnd, stopAll, stopRequested } from '../processes.mjs';
import { fuzzArguments } from '../propertyTests.mjs';

const usage = `Sets up everything and runs all checks and tests.

Options:
  --only types,lint,api,unit,browser   run some of the steps
  -- <arguments>                       passed on to Jest, for example a path

Environment:
  AKS_TRAFFIC_TEST_POSTGRES   connection string of a PostgreSQL to test on (default: a throw-away one)
  CHROMIUM_PATH               browser to test with (default: the system's, else the one from npm)
  FUZZ_RUNS                   inputs that property tests try (default 100)
  CI                          makes a missing browser or database a failure
`;

const steps = ['types', 'lint', 'api', 'unit', 'browser'];
const postgresVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

async function unitTests({ tally, env, args }) {
  const given = process.env.AKS_TRAFFIC_TEST_POSTGRES;
  const own = given
    ? undefined
    : await step('Starting a throw-away PostgreSQL', startPostgres);
  const connectionString = given ?? own?.connectionString;
  if (!connectionString) {
    if (process.env.CI) {
      tally.fail(
        'no PostgreSQL: its npm package is not installed here and initdb is not on the PATH; ' +
          'name a server with AKS_TRAFFIC_TEST_POSTGRES',
      );
    } else {
      tally.skip(
        'the database tests on PostgreSQL: no binaries on this machine',
      );
    }
  }
  const folder = join(cache, 'test');
  mkdirSync(folder, { recursive: true });
  const outputFile = join(folder, 'jest.json');
  rmSync(outputFile, { force: true });
  try {
    await step('Unit and integration tests (Jest)', () =>
      runToEnd(
        'backstage-cli',
        [
          'repo',
          'test',
          '--watch=false',
          ...(process.env.FUZZ_RUNS ? fuzzArguments : []),
          // Tests assert on behaviour, not on time: a busy machine must not fail them.
          '--testTimeout=60000',
          '--json',
          `--outputFile=${outputFile}`,
          ...args,
        ],
        {
          env: {
            ...env,
            CI: 'true',
            // Backstage's test databases would otherwise ask for a Docker engine when CI is set.
            BACKSTAGE_TEST_DISABLE_DOCKER: '1',
            ...(connectionString && { [postgresVariable]: connectionString }),
          },
          // Jest prints the whole JSON report to standard output besides the file.
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      ),
    );
  } finally {
    await own?.stop();
  }
  if (!existsSync(outputFile)) {
    tally.fail('Jest ended without a result');
    return;
  }
  const result = readJest(outputFile);
  tally.pass(result.passed);
  result.failures.forEach(name => tally.fail(name));
  result.skipped.forEach(name => tally.skip(name));
}

/** A step that cannot be run has failed; the steps after it still run, and the closing line is printed. */
async function attempt(tally, action) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof LaunchError)) {
      throw error;
    }
    tally.fail(error.message);
  }
}

async function runAll({ only, args }) {
  const tally = new Tally();
  const toolchain = await ensureDependencies();
  const { env } = toolchain;
  if (only.has('types')) {
    await check({ tally, title: 'Types', command: 'tsc', args: [], env });
  }
  if (only.has('lint')) {
    await check({
      tally,
      title: 'Lint',
      command: 'backstage-cli',
      args: ['repo', 'lint', '--max-warnings', '0'],
      env,
    });
    await check({
      tally,
      title: 'Formatting',
      command: 'prettier',
      args: [
        '--check',
        '--loglevel',
        'warn',
        '{packages,plugins,scripts,tests}/**/*.{ts,tsx,js,mjs,cjs}',
      ],
      env,
    });
  }
  if (only.has('api')) {
    await step('Declarations', () => writeDeclarations(env));
    await check({
      tally,
      title: 'API reports',
      command: 'backstage-repo-tools',
      args: [...apiReportArguments, '--ci'],
      env,
    });
  }
  if (only.has('unit')) {
    await attempt(tally, () => unitTests({ tally, env, args }));
  }
  if (only.has('browser')) {
    await attempt(tally, () => browserTests({ tally, toolchain }));
  }
  tally.print();
  return tally.failed === 0 ? 0 : 1;
}

export async function run(args) {
  if (args[0] === '--help') {
    process.stdout.write(usage);
    return 0;
  }
  const onlyAt = args.indexOf('--only');
  const only = new Set(onlyAt === -1 ? steps : args[onlyAt + 1]?.split(','));
  const unknown = [...only].filter(name => !steps.includes(name));
  if (unknown.length > 0 || only.size === 0) {
    fail(`--only takes ${steps.join(',')}, not '${unknown.join(',')}'`);
    return 2;
  }
  const rest = args.filter(
    (arg, at) =>
      arg !== '--' && (onlyAt === -1 || (at !== onlyAt && at !== onlyAt + 1)),
  );
  try {
    return await Promise.race([
      stopRequested().then(code => {
        say('Stopping …');
        return code;
      }),
      runAll({ only, args: rest }),
    ]);
  } finally {
    await stopAll();
  }
}
