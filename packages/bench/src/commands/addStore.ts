import { Command } from 'commander';
import { benchmarkStore } from '../benchmarks/benchmarkStore';
import { addBenchmark } from './addBenchmark';
import { addPostgresOption, parseCount, parseCounts } from './options';

export function addStore(program: Command): void {
  const command = addBenchmark(program, {
    name: 'store',
    description:
      'Cost of writing a cluster for the first time into databases that have others already, on SQLite and on PostgreSQL where there is one; Linux only',
    run: ({
      clusters,
      ...options
    }: {
      clusters: number[];
      services: number;
      turns: number;
      postgres?: string;
    }) => benchmarkStore({ ...options, sizes: clusters }),
  })
    .option(
      '--clusters <numbers>',
      'how many there are already, separated by commas',
      parseCounts,
      [10, 100, 1000],
    )
    .option('--services <number>', 'services in each', parseCount, 200)
    .option('--turns <number>', 'measured turns', parseCount, 9);
  addPostgresOption(command);
}
