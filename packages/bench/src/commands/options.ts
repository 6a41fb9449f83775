import { Command, InvalidArgumentError } from 'commander';

/** Reads a number of runs, services or objects; `10_000` is fine too. */
export function parseCount(text: string): number {
  const count = Number(text.replaceAll('_', ''));
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgumentError(`${text} is not a whole number above 0`);
  }
  return count;
}

/** Reads several of them, separated by commas. */
export function parseCounts(text: string): number[] {
  return text.split(',').map(parseCount);
}

/** Lets a benchmark of the database be told of a PostgreSQL. */
export function addPostgresOption(command: Command): void {
  command.option(
    '--postgres <url>',
    'PostgreSQL to measure on (default: AKS_TRAFFIC_BENCH_POSTGRES)',
    process.env.AKS_TRAFFIC_BENCH_POSTGRES,
  );
}
