import { Command } from 'commander';
import { benchmarkPaint } from '../benchmarks/benchmarkPaint';
import { addBenchmark } from './addBenchmark';
import { parseCount } from './options';

export function addPaint(program: Command): void {
  addBenchmark(program, {
    name: 'dashboard-paint',
    description:
      'Time until the dashboard of an estate is there in a browser, from the backend of the demo portal and its built frontend',
    run: (options: { services: number; runs: number; port: number }) =>
      benchmarkPaint(options),
  })
    .option('--services <number>', 'size of the estate', parseCount, 50_000)
    .option('--runs <number>', 'measured visits', parseCount, 7)
    .option('--port <number>', 'port of the portal', parseCount, 7127);
}
