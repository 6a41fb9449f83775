import { Command } from 'commander';
import { benchmarkScan } from '../benchmarks/benchmarkScan';
import { listBare } from '../scan/listBare';
import { scanWhole } from '../scan/scanWhole';
import { addBenchmark } from './addBenchmark';
import { addStep } from './addStep';
import { parseCount } from './options';

export function addScan(program: Command): void {
  addBenchmark(program, {
    name: 'scan',
    description:
      'CPU time and memory of reading and judging one large cluster, against a bare list of the same objects',
    run: (options: { services: number; runs: number }) =>
      benchmarkScan(options),
  })
    .option(
      '--services <number>',
      'services in the cluster, of which about two thirds have an Ingress',
      parseCount,
      14_600,
    )
    .option('--runs <number>', 'measured turns', parseCount, 5);

  addStep(program, 'scan-whole', scanWhole)
    .requiredOption('--fleet <json>', 'where the fleet is', JSON.parse)
    .requiredOption('--runs <number>', 'measured turns', parseCount);
  addStep(program, 'list-bare', listBare)
    .requiredOption('--fleet <json>', 'where the fleet is', JSON.parse)
    .requiredOption('--lists <json>', 'what to list', JSON.parse)
    .requiredOption('--runs <number>', 'measured turns', parseCount);
}
