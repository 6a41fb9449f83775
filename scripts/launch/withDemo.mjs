import { startDemo } from './demo.mjs';

/** Runs `action` while a demo portal of its own is up. */
export async function withDemo({ toolchain, port }, action) {
  const { simulator, backend } = await startDemo({
    toolchain,
    port,
    simulatorArgs: ['--control-port', '0'],
  });
  try {
    return await action({
      url: `http://localhost:${port}`,
      control: simulator.info.control,
    });
  } finally {
    backend.stop();
    simulator.stop();
    await Promise.all([backend.exited, simulator.exited]);
  }
}
