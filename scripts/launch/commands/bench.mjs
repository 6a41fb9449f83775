import { runWorkspaceProgram } from '../workspaceProgram.mjs';

export function run(args) {
  return runWorkspaceProgram('bench', args.length === 0 ? ['--help'] : args);
}
