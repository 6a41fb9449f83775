import { ensureDependencies } from '../dependencies.mjs';
import { say } from '../log.mjs';

export async function run() {
  await ensureDependencies();
  say('Everything is installed.');
  return 0;
}
