import { runCommandLine } from '../runCommandLine';

/** What a run of the program left behind. */
export interface Run {
  exitCode: number;
  output: string;
  errors: string;
}

/** Runs the program with streams in memory, as of 2026-11-22. */
export async function runInMemory(
  args: string[],
  options: {
    cwd?: string;
    input?: string | Uint8Array;
    columns?: number;
    environment?: NodeJS.ProcessEnv;
    isInteractive?: boolean;
  } = {},
): Promise<Run> {
  let output = '';
  let errors = '';
  const exitCode = await runCommandLine(args, {
    cwd: options.cwd ?? '/nowhere',
    environment: options.environment ?? { PATH: process.env.PATH },
    homeDirectory: '/nowhere',
    isInteractive: options.isInteractive ?? false,
    standardInput: async function* input() {
      yield Buffer.from(options.input ?? '');
    },
    writeOutput: text => {
      output += text;
    },
    writeError: text => {
      errors += text;
    },
    columns: options.columns,
    now: () => new Date('2026-11-22T12:00:00Z'),
  });
  return { exitCode, output, errors };
}
