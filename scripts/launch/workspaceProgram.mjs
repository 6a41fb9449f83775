import { ensureDependencies } from './dependencies.mjs';
import { inRoot } from './paths.mjs';
import { runToEnd, stopRequested } from './processes.mjs';

/**
 * Runs a program of this repository from its TypeScript sources, in the caller's folder and with its streams.
 *
 * @param variables environment variables besides those of the caller
 */
export async function runWorkspaceProgram(workspace, args, variables = {}) {
  const { node, env } = await ensureDependencies();
  // The program gets the terminal's signals itself; the launcher only has to stay until it ends.
  stopRequested();
  return runToEnd(
    node,
    [
      '--require',
      inRoot(
        'node_modules',
        '@backstage',
        'cli',
        'config',
        'nodeTransform.cjs',
      ),
      inRoot('packages', workspace, 'src', 'main.ts'),
      ...args,
    ],
    {
      env: { ...env, ...variables },
      cwd: process.env.INIT_CWD ?? process.cwd(),
    },
  );
}
