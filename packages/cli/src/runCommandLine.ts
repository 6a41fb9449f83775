import { CommanderError } from 'commander';
import { printable } from 'backstage-plugin-aks-traffic-common';
import { createProgram } from './commands/createProgram';
import { Terminal } from './Terminal';

/** Input that nothing can be done with; the message names the thing and the way out. */
const inputErrors = ['InputError', 'NotFoundError'];

/** Runs the program with arguments and gives its exit code: 0, 1 for findings, 2 for input that cannot be used. */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  let exitCode = 0;
  const program = createProgram(terminal, code => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version are errors to commander too, with the exit code 0. Messages were written already.
      return error.exitCode === 0 ? 0 : 2;
    }
    if (error instanceof Error && inputErrors.includes(error.name)) {
      terminal.writeError(`aks-traffic: ${printable(error.message)}\n`);
      return 2;
    }
    throw error;
  }
}
