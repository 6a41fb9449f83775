import { homedir } from 'node:os';
import { Terminal } from './Terminal';

/** The terminal that the process runs in. */
export function processTerminal(): Terminal {
  // Whoever reads the output may stop doing so, as `head` does. That is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
  return {
    cwd: process.cwd(),
    environment: process.env,
    homeDirectory: homedir(),
    standardInput: () => process.stdin,
    isInteractive: process.stdin.isTTY === true,
    writeOutput: text => {
      process.stdout.write(text);
    },
    writeError: text => {
      process.stderr.write(text);
    },
    columns: process.stdout.columns ?? positive(process.env.COLUMNS),
    now: () => new Date(),
  };
}

function positive(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text)
    ? Number(text)
    : undefined;
}
