import { Command, Option } from 'commander';
import { benchmarkCard } from '../benchmarks/benchmarkCard';
import { servers, serveCard } from '../card/serveCard';
import { addBenchmark } from './addBenchmark';
import { parseCount } from './options';

export function addCard(program: Command): void {
  addBenchmark(program, {
    name: 'card',
    description:
      'Time until an entity page has its answer, and what that asks of API servers, against the Kubernetes plugin of Backstage',
    run: (options: { readers: number; requests: number; port: number }) =>
      benchmarkCard(options),
  })
    .option('--readers <number>', 'readers at the same time', parseCount, 50)
    .option('--requests <number>', 'measured answers', parseCount, 500)
    .option(
      '--port <number>',
      'port of one backend; the other has the next',
      parseCount,
      7117,
    );

  // What `card` runs, one after the other, in processes of their own.
  program
    .command('serve-card', { hidden: true })
    .addOption(
      new Option('--server <name>', 'what answers')
        .choices(Object.keys(servers))
        .makeOptionMandatory(),
    )
    .requiredOption('--config <file>', 'configuration of the backend')
    .action(({ server }: { server: keyof typeof servers }) =>
      serveCard(server),
    );
}
