import { Command, InvalidArgumentError, Option } from 'commander';
import { benchmarkDashboard } from './benchmarks/benchmarkDashboard';
import { benchmarkEngine } from './benchmarks/benchmarkEngine';
import { Clock } from './measure/startClock';
import { BenchmarkResult } from './output/BenchmarkResult';
import { formatResult } from './output/formatResult';

interface EngineOptions {
  json?: boolean;
  objects: number[];
  runs: number;
}

interface DashboardOptions {
  json?: boolean;
  services: number;
  runs: number;
  clock: Clock;
  postgres?: string;
}

/** The command line of the benchmarks: one command each, all with the same shape of answer. */
export function createProgram(): Command {
  const program = new Command('bench')
    .description(
      'Benchmarks. Figures depend on the machine; ratios are taken within one run and compare between machines.',
    )
    .showHelpAfterError();
  program
    .command('engine')
    .description(
      'CPU time of resolving and assessing a cluster, against JSON.parse of the same objects',
    )
    .option('--json', 'print one JSON document instead of a table')
    .option(
      '--objects <numbers>',
      'sizes of the cluster in objects, separated by commas',
      parseSizes,
      [1_000, 10_000, 100_000],
    )
    .option('--runs <number>', 'measured runs per figure', parseCount, 5)
    .action(({ json, objects, runs }: EngineOptions) => {
      print(benchmarkEngine({ sizes: objects, runs }), json === true);
    });
  program
    .command('dashboard')
    .description(
      'Time that lists, counts and series of an estate take, on SQLite and on PostgreSQL where there is one',
    )
    .option('--json', 'print one JSON document instead of a table')
    .option('--services <number>', 'size of the estate', parseCount, 50_000)
    .option('--runs <number>', 'measured runs per figure', parseCount, 40)
    .addOption(
      new Option(
        '--clock <clock>',
        'what is measured: time that passes, or CPU time of this process, which other work on the machine does not change and in which SQLite is whole and PostgreSQL is not',
      )
        .choices(['wall', 'cpu'])
        .default('wall'),
    )
    .option(
      '--postgres <url>',
      'PostgreSQL to measure on (default: AKS_TRAFFIC_BENCH_POSTGRES)',
      process.env.AKS_TRAFFIC_BENCH_POSTGRES,
    )
    .action(async ({ json, ...options }: DashboardOptions) => {
      print(await benchmarkDashboard(options), json === true);
    });
  return program;
}

function print(result: BenchmarkResult, asJson: boolean): void {
  process.stdout.write(
    asJson ? `${JSON.stringify(result)}\n` : formatResult(result),
  );
}

function parseSizes(text: string): number[] {
  return text.split(',').map(parseCount);
}

function parseCount(text: string): number {
  const count = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgumentError(`${text} is not a whole number above 0`);
  }
  return count;
}
