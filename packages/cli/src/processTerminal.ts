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
    readStandardInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) {
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
    writeOutput: text => {
      process.stdout.write(text);
    },
    writeError: text => {
      process.stderr.write(text);
    },
    columns: process.stdout.columns,
    now: () => new Date(),
  };
}
