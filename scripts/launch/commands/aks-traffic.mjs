import { runWorkspaceProgram } from '../workspaceProgram.mjs';

export function run(args) {
  return runWorkspaceProgram('cli', args.length === 0 ? ['--help'] : args);
}
