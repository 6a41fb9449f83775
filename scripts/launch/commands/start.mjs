import { startDemo } from '../demo.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { ensureFrontend } from '../frontend.mjs';
import { say, step } from '../log.mjs';
import { requireFreePort } from '../ports.mjs';
import { stopAll, stopRequested } from '../processes.mjs';

const usage = `Sets up everything and runs the demo portal: simulator, backend and built frontend.

Environment:
  PORT                    port of the portal (default 7007)
  SIMULATOR_PORT          port of the simulated Azure (default: any free one)
  SIMULATOR_CONTROL_PORT  port that switches faults on and off (default 7008)

Options:
  --verbose               show the log of the backend and the simulator
`;

function portFrom(variable, fallback) {
  return process.env[variable] ? Number(process.env[variable]) : fallback;
}

async function runDemo({ port, simulatorPort, controlPort, show }) {
  const toolchain = await ensureDependencies();
  await ensureFrontend(toolchain);
  const { simulator, backend } = await step('Starting the portal', () =>
    startDemo({
      toolchain,
      port,
      show,
      simulatorArgs: [
        ...(simulatorPort === undefined ? [] : ['--port', `${simulatorPort}`]),
        '--control-port',
        `${controlPort}`,
      ],
    }),
  );
  say('');
  process.stdout.write(`Ready: http://localhost:${port}\n`);
  say(`Sign in as guest. Faults: ${simulator.info.control}/faults`);
  say('Ctrl-C stops everything.');
  const fell = await Promise.race([
    simulator.exited.then(() => 'simulator'),
    backend.exited.then(() => 'backend'),
  ]);
  process.stderr.write(
    `error: the ${fell} ended by itself; run 'npm start -- --verbose' to see its log\n`,
  );
  return 1;
}

export async function run(args) {
  if (args.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const port = await requireFreePort(portFrom('PORT', 7007), 'PORT');
  const controlPort = await requireFreePort(
    portFrom('SIMULATOR_CONTROL_PORT', 7008),
    'SIMULATOR_CONTROL_PORT',
  );
  const simulatorPort = portFrom('SIMULATOR_PORT', undefined);
  if (simulatorPort !== undefined) {
    await requireFreePort(simulatorPort, 'SIMULATOR_PORT');
  }
  const stopped = stopRequested();
  try {
    const code = await Promise.race([
      stopped,
      runDemo({
        port,
        simulatorPort,
        controlPort,
        show: args.includes('--verbose'),
      }),
    ]);
    if (code > 128) {
      say('Stopping …');
    }
    // A portal that was asked to stop and did has not failed.
    return code > 128 ? 0 : code;
  } finally {
    await stopAll();
  }
}
