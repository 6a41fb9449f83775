import { Command } from 'commander';

/** Adds what a benchmark runs in a process of its own, so that memory and CPU are of that alone; it prints JSON. */
export function addStep<Options extends object>(
  program: Command,
  name: string,
  run: (options: Options) => Promise<unknown>,
): Command {
  return program
    .command(name, { hidden: true })
    .action(async (options: Options) => {
      process.stdout.write(JSON.stringify(await run(options)), () =>
        // Connections that are kept alive would keep the process waiting.
        process.exit(),
      );
    });
}
