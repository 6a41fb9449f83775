import { ensureDependencies } from '../dependencies.mjs';
import { LaunchError } from '../log.mjs';
import { runToEnd } from '../processes.mjs';

export async function run([command, ...args]) {
  if (!command) {
    throw new LaunchError(
      'exec needs a command, for example: node scripts/launch.mjs exec tsc',
    );
  }
  const { env } = await ensureDependencies();
  return runToEnd(command, args, { env, cwd: process.cwd() });
}
