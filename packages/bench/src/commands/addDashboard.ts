import { Command, Option } from 'commander';
import { benchmarkDashboard } from '../benchmarks/benchmarkDashboard';
import { Clock } from '../measure/startClock';
import { addBenchmark } from './addBenchmark';
import { addPostgresOption, parseCount } from './options';

export function addDashboard(program: Command): void {
  const command = addBenchmark(program, {
    name: 'dashboard',
    description:
      'Time that lists, counts and series of an estate take, on SQLite and on PostgreSQL where there is one',
    run: (options: {
      services: number;
      clusters?: number;
      runs: number;
      clock: Clock;
      postgres?: string;
    }) => benchmarkDashboard(options),
  })
    .option('--services <number>', 'size of the estate', parseCount, 50_000)
    .option(
      '--clusters <number>',
      'clusters of the estate; one for 500 services when not given',
      parseCount,
    )
    .option('--runs <number>', 'measured runs per figure', parseCount, 40)
    .addOption(
      new Option(
        '--clock <clock>',
        'what is measured: time that passes, or CPU time of this process, which other work on the machine does not change and in which SQLite is whole and PostgreSQL is not',
      )
        .choices(['wall', 'cpu'])
        .default('wall'),
    );
  addPostgresOption(command);
}
