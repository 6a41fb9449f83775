import { waysToBeDead } from '../fleet/faults';
import { inOwnProcess } from '../fleet/inOwnProcess';
import { FleetFigures } from '../fleet/readFleet';
import { SweepFigures } from '../fleet/Reader';
import { median } from '../measure/medianCpu';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';

/** What a fleet with dead clusters in it is compared on. */
const faulty = { clusters: 100, services: 100 };

/** Clusters that the sweeps of one size read at least, all together: small fleets are read several times. */
const clustersPerSize = 30;

/**
 * What reading a fleet costs: whether dead clusters delay the others, and how CPU and memory grow with the number of
 * clusters. The API servers and Azure are other processes, whose cost is not counted.
 */
export async function benchmarkFleet(options: {
  /** Numbers of clusters to compare. */
  sizes: readonly number[];
  /** Services in each cluster of these. */
  services: number;
  /** Sweeps with and without dead clusters. */
  runs: number;
}): Promise<BenchmarkResult> {
  const rows = await measureFaults(options.runs);
  const measured: { clusters: number; figures: FleetFigures }[] = [];
  for (const clusters of options.sizes) {
    const figures = await readFleet({
      clusters,
      services: options.services,
      sweeps: Math.ceil(clustersPerSize / clusters),
      dead: false,
    });
    measured.push({ clusters, figures });
  }
  return { name: 'fleet', rows: [...rows, ...growthRows(measured)] };
}

async function measureFaults(runs: number): Promise<BenchmarkRow[]> {
  const { alive, withDead } = await readFleet({
    ...faulty,
    sweeps: runs,
    dead: true,
  });
  const time = (sweeps: SweepFigures[]) =>
    median(sweeps.map(({ rightAfterMs }) => rightAfterMs)) / 1000;
  const left = Math.min(...withDead.map(({ whole }) => whole));
  const label = `${faulty.clusters} clusters with ${faulty.services} services`;
  return [
    {
      label: `${label}, all alive, until all are right`,
      value: time(alive),
      unit: 's',
    },
    {
      label: `${label}, ${waysToBeDead.length} dead, until ${left} are right`,
      value: time(withDead),
      unit: 's',
      ratio: time(withDead) / time(alive),
      against: 'all alive',
    },
  ];
}

function growthRows(
  measured: readonly { clusters: number; figures: FleetFigures }[],
): BenchmarkRow[] {
  const cpuOf = ({ alive }: FleetFigures) =>
    median(alive.map(({ readCpuMs, objects }) => readCpuMs / objects));
  const [first] = measured;
  return measured.flatMap(({ clusters, figures }) => {
    const objects = median(figures.alive.map(sweep => sweep.objects));
    const label = `${clusters.toLocaleString(
      'en-US',
    )} clusters, ${objects.toLocaleString('en-US')} objects`;
    const against = `${first.clusters.toLocaleString('en-US')} clusters`;
    return [
      {
        label: `${label}, reading and judging`,
        value: cpuOf(figures) * 1000,
        unit: 'µs CPU per object',
        ratio: cpuOf(figures) / cpuOf(first.figures),
        against,
      },
      {
        label: `${label}, peak memory`,
        value: figures.peakAfterMb,
        unit: 'MB',
        ratio: figures.peakAfterMb / first.figures.peakAfterMb,
        against,
      },
      {
        label: `${label}, one look at Azure`,
        value: median(figures.alive.map(({ discoverMs }) => discoverMs)) / 1000,
        unit: 's',
      },
      {
        label: `${label}, one whole sweep`,
        value:
          median(figures.alive.map(({ rightAfterMs }) => rightAfterMs)) / 1000,
        unit: 's',
      },
    ];
  });
}

function readFleet(options: {
  clusters: number;
  services: number;
  sweeps: number;
  dead: boolean;
}): Promise<FleetFigures> {
  return inOwnProcess<FleetFigures>([
    'read-fleet',
    '--clusters',
    `${options.clusters}`,
    '--services',
    `${options.services}`,
    '--sweeps',
    `${options.sweeps}`,
    ...(options.dead ? ['--dead'] : []),
  ]);
}
