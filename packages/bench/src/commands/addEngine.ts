import { Command } from 'commander';
import { benchmarkEngine } from '../benchmarks/benchmarkEngine';
import { addBenchmark } from './addBenchmark';
import { parseCount, parseCounts } from './options';

export function addEngine(program: Command): void {
  addBenchmark(program, {
    name: 'engine',
    description:
      'CPU time of resolving and assessing a cluster, against JSON.parse of the same objects',
    run: ({ objects, runs }: { objects: number[]; runs: number }) =>
      benchmarkEngine({ sizes: objects, runs }),
  })
    .option(
      '--objects <numbers>',
      'sizes of the cluster in objects, separated by commas',
      parseCounts,
      [1_000, 10_000, 100_000],
    )
    .option('--runs <number>', 'measured runs per figure', parseCount, 5);
}
