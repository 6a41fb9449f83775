import { runWorkspaceProgram } from '../workspaceProgram.mjs';

export function run(args) {
  return runWorkspaceProgram(
    'simulator',
    args.length === 0 ? ['--help'] : args,
  );
}
