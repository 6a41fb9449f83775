import { Command } from 'commander';
import { benchmarkFleet } from '../benchmarks/benchmarkFleet';
import { readFleet } from '../fleet/readFleet';
import { addBenchmark } from './addBenchmark';
import { addStep } from './addStep';
import { parseCount, parseCounts } from './options';

export function addFleet(program: Command): void {
  addBenchmark(program, {
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
    .option('--runs <number>', 'sweeps with dead clusters', parseCount, 3);

  addStep(program, 'read-fleet', readFleet)
    .requiredOption('--clusters <number>', 'clusters', parseCount)
    .requiredOption('--services <number>', 'services in each', parseCount)
    .requiredOption('--sweeps <number>', 'sweeps', parseCount)
    .option('--dead', 'sweep with dead clusters too', false);
}
