import { readdirSync } from 'node:fs';
import { readTap } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { ensureFrontend } from './frontend.mjs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { start } from './processes.mjs';
import { withDemo } from './withDemo.mjs';

async function runNodeTests({ node, env, files }) {
  const { child, exited } = start(
    node,
    ['--test', '--test-reporter=tap', '--test-concurrency=1', ...files],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let tap = '';
  child.stdout.on('data', chunk => {
    tap += chunk;
  });
  const { code } = await exited;
  return { tap, code };
}

/** Starts the whole portal on free ports and drives it in Chromium. */
export async function browserTests({ tally, toolchain }) {
  const chromium = await findChromium();
  if (!chromium) {
    const reason =
      'the browser tests: no Chromium found; name one with CHROMIUM_PATH';
    if (process.env.CI) {
      tally.fail(reason);
    } else {
      tally.skip(reason);
    }
    return;
  }
  await ensureFrontend(toolchain);
  const folder = inRoot('tests', 'e2e');
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => inRoot('tests', 'e2e', name));
  const { tap, code } = await step('Browser tests (Chromium)', async () =>
    withDemo({ toolchain, port: await freePort() }, ({ url, control }) =>
      runNodeTests({
        node: toolchain.node,
        files,
        env: {
          ...toolchain.env,
          AKS_TRAFFIC_E2E_URL: url,
          AKS_TRAFFIC_E2E_CONTROL: control,
          CHROMIUM_PATH: chromium,
        },
      }),
    ),
  );
  const result = readTap(tap);
  if (code !== 0) {
    process.stderr.write(tap);
  }
  tally.pass(result.passed);
  result.failures.forEach(name => tally.fail(`browser: ${name}`));
  // A runner that died before it could name a test has failed nevertheless.
  if (code !== 0 && result.failures.length === 0) {
    tally.fail(`browser: the test runner ended with code ${code}`);
  }
  if (result.skipped > 0) {
    tally.skip(`${result.skipped} browser tests, named in their output`);
  }
}
