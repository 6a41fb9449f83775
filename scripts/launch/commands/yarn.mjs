import { runToEnd } from '../processes.mjs';
import { ensureTools } from '../tools.mjs';

export async function run(args) {
  const { env } = await ensureTools();
  return runToEnd('yarn', args, { env, cwd: process.cwd() });
}
