import { Command } from 'commander';
import { BenchmarkResult } from '../output/BenchmarkResult';
import { formatResult } from '../output/formatResult';

/** Adds a command that runs a benchmark and prints its figures; the caller adds the options that are its own. */
export function addBenchmark<Options extends object>(
  program: Command,
  benchmark: {
    name: string;
    description: string;
    run(options: Options): BenchmarkResult | Promise<BenchmarkResult>;
  },
): Command {
  return program
    .command(benchmark.name)
    .description(benchmark.description)
    .option('--json', 'print one JSON document instead of a table')
    .action(async ({ json, ...options }: Options & { json?: boolean }) => {
      const result = await benchmark.run(options as unknown as Options);
      process.stdout.write(
        json ? `${JSON.stringify(result)}\n` : formatResult(result),
      );
    });
}
