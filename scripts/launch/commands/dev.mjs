import { demoEnvironment, demoFolder, startSimulator } from '../demo.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { say, step } from '../log.mjs';
import { requireFreePort } from '../ports.mjs';
import { inRoot } from '../paths.mjs';
import { start, stopAll, stopRequested } from '../processes.mjs';

const frontendPort = 3000;
const backendPort = 7007;

/** Development: the Backstage CLI restarts the backend and hot-reloads the frontend when a source changes. */
export async function run() {
  await requireFreePort(frontendPort);
  await requireFreePort(backendPort);
  const stopped = stopRequested();
  try {
    const toolchain = await ensureDependencies();
    const folder = demoFolder('dev');
    const simulator = await step('Starting the simulator', () =>
      startSimulator({ toolchain, folder, show: true }),
    );
    say(`Faults: ${simulator.info.control}/faults`);
    const env = {
      ...demoEnvironment({ toolchain, simulator, port: backendPort, folder }),
      APP_CONFIG_app_baseUrl: `http://localhost:${frontendPort}`,
    };
    const { exited } = start('backstage-cli', ['repo', 'start'], {
      env,
      cwd: inRoot(),
      stdio: 'inherit',
      group: true,
    });
    const ended = await Promise.race([
      stopped.then(() => 0),
      exited.then(({ code }) => code ?? 1),
    ]);
    return ended;
  } finally {
    await stopAll();
  }
}
