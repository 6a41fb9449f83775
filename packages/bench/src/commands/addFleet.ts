import { Command } from 'commander';
import { benchmarkFleet } from '../benchmarks/benchmarkFleet';
import { readFleet } from '../fleet/readFleet';
import { readInTurns } from '../fleet/readInTurns';
import { addBenchmark } from './addBenchmark';
import { addStep } from './addStep';
import { addPostgresOption, parseCount, parseCounts } from './options';

export function addFleet(program: Command): void {
  const command = addBenchmark(program, {
    name: 'fleet',
    description:
      'Time until a fleet is read with dead clusters in it, against the same fleet without; CPU and memory for fleets of several sizes',
    run: ({
      clusters,
      ...options
    }: {
      clusters: number[];
      services: number;
      runs: number;
      turns: number;
      postgres?: string;
    }) => benchmarkFleet({ ...options, sizes: clusters }),
  })
    .option(
      '--clusters <numbers>',
      'sizes of fleets, separated by commas',
      parseCounts,
      [1, 10, 100, 1000],
    )
    .option(
      '--services <number>',
      'services in each cluster of these',
      parseCount,
      200,
    )
    .option('--runs <number>', 'sweeps with dead clusters', parseCount, 3)
    .option('--turns <number>', 'turns of fleets of these', parseCount, 50);
  addPostgresOption(command);

  addStep(
    program,
    'read-fleets-in-turns',
    ({
      clusters,
      ...options
    }: {
      clusters: number[];
      services: number;
      turns: number;
      postgres?: string;
    }) => readInTurns({ ...options, sizes: clusters }),
  )
    .requiredOption('--clusters <numbers>', 'sizes of fleets', parseCounts)
    .requiredOption('--services <number>', 'services in each', parseCount)
    .requiredOption('--turns <number>', 'turns', parseCount)
    .option('--postgres <url>', 'PostgreSQL to store in, in place of SQLite');

  addStep(program, 'read-fleet', readFleet)
    .requiredOption('--clusters <number>', 'clusters', parseCount)
    .requiredOption('--services <number>', 'services in each', parseCount)
    .requiredOption('--sweeps <number>', 'sweeps', parseCount)
    .option('--dead', 'sweep with dead clusters too', false);
}
