import { findChromium } from '../chromium.mjs';
import { ensureDependencies } from '../dependencies.mjs';
import { ensureFrontend } from '../frontend.mjs';
import { step } from '../log.mjs';
import { startPostgres } from '../postgres.mjs';
import { runWorkspaceProgram } from '../workspaceProgram.mjs';

/** Names the PostgreSQL that benchmarks of the database measure on too. */
const variable = 'AKS_TRAFFIC_BENCH_POSTGRES';

/** Benchmarks that measure on both databases. */
const onDatabases = new Set(['dashboard', 'fleet', 'store']);

/** What is painted is what users get: the built frontend. */
async function runPaint(args) {
  await ensureFrontend(await ensureDependencies());
  return runWorkspaceProgram('bench', args, {
    CHROMIUM_PATH: await findChromium(),
  });
}

export async function run(args) {
  if (args[0] === 'dashboard-paint' && !args.includes('--help')) {
    return runPaint(args);
  }
  const needsDatabase = onDatabases.has(args[0]) && !args.includes('--help');
  if (!needsDatabase || process.env[variable] || args.includes('--postgres')) {
    return runWorkspaceProgram('bench', args.length === 0 ? ['--help'] : args);
  }
  const own = await step('Starting a throw-away PostgreSQL', startPostgres);
  try {
    return await runWorkspaceProgram(
      'bench',
      args,
      own && { [variable]: own.connectionString },
    );
  } finally {
    await own?.stop();
  }
}
