import { Command } from 'commander';
import { benchmarkDiscover } from '../benchmarks/benchmarkDiscover';
import { discoverFleet } from '../fleet/discoverFleet';
import { addBenchmark } from './addBenchmark';
import { addStep } from './addStep';
import { parseCount } from './options';

export function addDiscover(program: Command): void {
  addBenchmark(program, {
    name: 'discover',
    description:
      'Queries, throttled answers and time of a look at Azure, within the documented quota of Resource Graph',
    run: (options: { clusters: number }) => benchmarkDiscover(options),
  }).option('--clusters <number>', 'clusters in Azure', parseCount, 5_000);

  addStep(program, 'discover-fleet', discoverFleet).requiredOption(
    '--clusters <number>',
    'clusters',
    parseCount,
  );
}
