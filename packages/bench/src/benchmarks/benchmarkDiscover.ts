import { DiscoverFigures } from '../fleet/discoverFleet';
import { inOwnProcess } from '../fleet/inOwnProcess';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';

/** What a look at Azure costs for a fleet: the first one, and those that follow every few minutes. */
export async function benchmarkDiscover(options: {
  clusters: number;
}): Promise<BenchmarkResult> {
  const [first, later] = await inOwnProcess<DiscoverFigures[]>(
    'discover-fleet',
    { clusters: options.clusters },
  );
  return {
    name: 'discover',
    rows: [
      ...rowsOf('the first look', first),
      ...rowsOf('a later look', later),
    ],
  };
}

function rowsOf(look: string, figures: DiscoverFigures): BenchmarkRow[] {
  const label = `${figures.clusters.toLocaleString(
    'en-US',
  )} clusters, ${figures.rows.toLocaleString('en-US')} rows, ${look}`;
  return [
    { label, value: figures.timeMs / 1000, unit: 's' },
    { label, value: figures.cpuMs / 1000, unit: 's CPU' },
    { label, value: figures.queries, unit: 'queries' },
    { label, value: figures.throttled, unit: 'of them answered with 429' },
    { label, value: figures.others, unit: 'other requests to Azure' },
    { label, value: figures.gaps, unit: 'gaps' },
  ];
}
