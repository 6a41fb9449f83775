import { findChromium } from '../chromium.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { ensureFrontend } from '../frontend.mjs';
import { LaunchError, step } from '../log.mjs';
import { inRoot } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { runToEnd, stopAll } from '../processes.mjs';
import { withDemo } from '../withDemo.mjs';

/** Takes the pictures of docs/images from a demo portal of its own. */
export async function run() {
  const toolchain = await ensureDependencies();
  const chromium = await findChromium();
  if (!chromium) {
    throw new LaunchError(
      'no Chromium found; install one or name it with CHROMIUM_PATH',
    );
  }
  await ensureFrontend(toolchain);
  try {
    return await step('Taking screenshots', async () =>
      withDemo({ toolchain, port: await freePort() }, ({ url, control }) =>
        runToEnd(
          toolchain.node,
          [inRoot('tests', 'e2e', 'screenshots', 'main.mjs')],
          {
            env: {
              ...toolchain.env,
              AKS_TRAFFIC_E2E_URL: url,
              AKS_TRAFFIC_E2E_CONTROL: control,
              CHROMIUM_PATH: chromium,
            },
          },
        ),
      ),
    );
  } finally {
    await stopAll();
  }
}
