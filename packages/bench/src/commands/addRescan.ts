import { Command } from 'commander';
import { benchmarkRescan } from '../benchmarks/benchmarkRescan';
import { addBenchmark } from './addBenchmark';
import { parseCount } from './options';

export function addRescan(program: Command): void {
  addBenchmark(program, {
    name: 'rescan',
    description:
      'Rows that are written when a cluster is read again, of which nothing or a hundredth has changed',
    run: (options: { services: number }) => benchmarkRescan(options),
  }).option('--services <number>', 'services in it', parseCount, 2_000);
}
