import { step } from '../log.mjs';
import { startPostgres } from '../postgres.mjs';
import { runWorkspaceProgram } from '../workspaceProgram.mjs';

/** Names the PostgreSQL that benchmarks of the database measure on too. */
const variable = 'AKS_TRAFFIC_BENCH_POSTGRES';

export async function run(args) {
  const needsDatabase = args[0] === 'dashboard' && !args.includes('--help');
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
