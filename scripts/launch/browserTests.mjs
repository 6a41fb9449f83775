import { readdirSync } from 'node:fs';
import { countTap } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { ensureFrontend } from './frontend.mjs';
import { fail, step } from './log.mjs';
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
      fail(reason);
      tally.add({ failed: 1 });
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
  const counts = countTap(tap);
  if (code !== 0) {
    process.stderr.write(tap);
  }
  // A runner that died before its totals has failed even though it counted nothing.
  tally.add(code !== 0 && counts.failed === 0 ? { failed: 1 } : counts);
  if (counts.skipped > 0) {
    tally.skip(`${counts.skipped} browser tests, named in their output`);
  }
}
