import { Command } from 'commander';
import { benchmarkWatch } from '../benchmarks/benchmarkWatch';
import { idleClusters } from '../watch/idleClusters';
import { addBenchmark } from './addBenchmark';
import { addStep } from './addStep';
import { parseCount } from './options';

export function addWatch(program: Command): void {
  addBenchmark(program, {
    name: 'watch',
    description:
      'What a cluster in which nothing happens costs in an hour, watched and read in turn',
    run: (options: { clusters: number; services: number; seconds: number }) =>
      benchmarkWatch(options),
  })
    .option('--clusters <number>', 'clusters', parseCount, 20)
    .option('--services <number>', 'services in each', parseCount, 200)
    .option('--seconds <number>', 'time to watch', parseCount, 130);

  addStep(program, 'idle-clusters', idleClusters)
    .requiredOption('--clusters <number>', 'clusters', parseCount)
    .requiredOption('--services <number>', 'services in each', parseCount)
    .requiredOption('--seconds <number>', 'time to watch', parseCount);
}
