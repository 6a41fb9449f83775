import { waysToBeDead } from '../fleet/faults';
import { inOwnProcess } from '../fleet/inOwnProcess';
import { ReadFigures } from '../fleet/FleetSweep';
import { SweepFigures } from '../fleet/Reader';
import { FleetFigures } from '../fleet/readFleet';
import { TurnFigures } from '../fleet/readInTurns';
import { median } from '../measure/medianCpu';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';

/** What a fleet with dead clusters in it is compared on. */
const faulty = { clusters: 100, services: 100 };

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
  /** Turns in which fleets of these sizes are read for their CPU. */
  turns: number;
  /** Connection string; PostgreSQL is left out without one. */
  postgres?: string;
}): Promise<BenchmarkResult> {
  const { sizes, services } = options;
  const rows = await measureFaults(options.runs);
  rows.push(...(await measureCpu(options)));
  const measured: { clusters: number; figures: FleetFigures }[] = [];
  for (const clusters of sizes) {
    const figures = await inOwnProcess<FleetFigures>('read-fleet', {
      clusters,
      services,
      sweeps: 1,
    });
    measured.push({ clusters, figures });
  }
  return { name: 'fleet', rows: [...rows, ...growthRows(measured)] };
}

async function measureFaults(runs: number): Promise<BenchmarkRow[]> {
  const { alive, withDead } = await inOwnProcess<FleetFigures>('read-fleet', {
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

async function measureCpu(options: {
  sizes: readonly number[];
  services: number;
  turns: number;
  postgres?: string;
}): Promise<BenchmarkRow[]> {
  const { sizes, services, turns, postgres } = options;
  const rows: BenchmarkRow[] = [];
  for (const url of postgres ? [undefined, postgres] : [undefined]) {
    const figures = await inOwnProcess<TurnFigures>('read-fleets-in-turns', {
      clusters: sizes.join(','),
      services,
      turns,
      postgres: url,
    });
    const database = url ? 'PostgreSQL' : 'SQLite';
    rows.push(...cpuRows({ sizes, figures, database }));
  }
  return rows;
}

/** Each turn is compared with the smallest fleet's of the same turn; what is told is the turn in the middle. */
function cpuRows(options: {
  sizes: readonly number[];
  figures: TurnFigures;
  database: string;
}): BenchmarkRow[] {
  const { sizes, figures, database } = options;
  const [first] = sizes;
  const row = (
    label: string,
    size: number,
    cpuOf: (figures: ReadFigures) => number,
    fromTurn = 0,
  ) => {
    const [own, others] = [size, first].map(each =>
      figures[each]
        .slice(fromTurn)
        .map(turn => (cpuOf(turn) / turn.objects) * 1000),
    );
    return {
      label,
      value: median(own),
      unit: 'µs CPU per object',
      ratio: median(own.map((cpu, turn) => cpu / others[turn])),
      against: clustersOf(first),
    };
  };
  const all = (turn: ReadFigures) => turn.cpuMs + turn.databaseCpuMs;
  return sizes.flatMap(size => {
    const lastTenth = Math.ceil(figures[size].length / 10);
    const label = `${clustersOf(
      size,
    )}, reading, judging and storing in ${database}`;
    return [
      row(label, size, all),
      ...(database === 'PostgreSQL'
        ? [row(`${label}, without PostgreSQL's own`, size, turn => turn.cpuMs)]
        : []),
      ...(size === Math.max(...sizes)
        ? [row(`${label}, last tenth`, size, all, -lastTenth)]
        : []),
    ];
  });
}

function growthRows(
  measured: readonly { clusters: number; figures: FleetFigures }[],
): BenchmarkRow[] {
  const [first] = measured;
  return measured.flatMap(({ clusters, figures }) => {
    const [sweep] = figures.alive;
    const label = `${clustersOf(clusters)}, ${sweep.objects.toLocaleString(
      'en-US',
    )} objects`;
    const seconds = (what: string, ms: number, unit = 's') => ({
      label: `${label}, ${what}`,
      value: ms / 1000,
      unit,
    });
    return [
      {
        label: `${label}, peak memory`,
        value: figures.peakMb,
        unit: 'MB',
        ratio: figures.peakMb / first.figures.peakMb,
        against: clustersOf(first.clusters),
      },
      seconds('one look at Azure', sweep.discoverMs),
      seconds('one whole sweep', sweep.rightAfterMs),
      seconds('one whole sweep', sweep.readCpuMs, 's CPU'),
    ];
  });
}

function clustersOf(count: number): string {
  return `${count.toLocaleString('en-US')} cluster${count === 1 ? '' : 's'}`;
}
