import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { createEstate } from '../cluster/estate';
import { generateCluster, GeneratedCluster } from '../cluster/generateCluster';
import { medianCpu } from '../measure/medianCpu';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';
import { observationOf } from './observationOf';

const now = new Date('2026-11-22T12:00:00Z');

/** What one run handles at least, by repeating itself. */
const objectsPerRun = 40_000;

interface Measurement {
  objects: number;
  /** Milliseconds of CPU per Ingress. */
  analyse: number;
  rows: BenchmarkRow[];
}

/**
 * What verdicts cost compared with parsing the objects they are about, for clusters of several sizes; and whether the
 * cost per Ingress stays the same as clusters grow.
 */
export function benchmarkEngine(options: {
  /** Numbers of objects. */
  sizes: readonly number[];
  runs: number;
}): BenchmarkResult {
  const { sizes, runs } = options;
  const measured = sizes.map(objects =>
    measure(generateCluster(objects), runs),
  );
  return {
    name: 'engine',
    rows: [...measured.flatMap(({ rows }) => rows), ...growthRows(measured)],
  };
}

function measure(cluster: GeneratedCluster, runs: number): Measurement {
  const { pages, objects, ingresses } = cluster;
  const label = `${objects.toLocaleString(
    'en-US',
  )} objects, ${ingresses.toLocaleString('en-US')} Ingresses`;
  const observation = observationOf(pages);
  const reduced = observation.objects.map(object =>
    Buffer.from(JSON.stringify(object)),
  );
  const cpu = medianCpu({
    runs,
    repetitions: Math.ceil(objectsPerRun / objects),
    works: {
      parse: () => parseAll(pages),
      parseAndReduce: () => {
        observationOf(pages);
      },
      analyse: () => {
        analyzeCluster(observation, createEstate(), { now });
      },
      parseReduced: () => parseAll(reduced),
    },
  });
  const row = (name: string, time: number, compared?: Compared) => ({
    label: `${name}, ${label}`,
    value: (time / ingresses) * 1000,
    unit: 'ms CPU per 1,000 Ingresses',
    ...(compared && {
      ratio: time / compared.time,
      against: compared.name,
    }),
  });
  const parsed = { name: 'JSON.parse', time: cpu.parse };
  return {
    objects,
    analyse: cpu.analyse / ingresses,
    rows: [
      row(parsed.name, cpu.parse),
      row('JSON.parse + reduce', cpu.parseAndReduce, parsed),
      row('resolve + assess', cpu.analyse, parsed),
      row('resolve + assess', cpu.analyse, {
        name: 'JSON.parse of what is left of the objects after reducing',
        time: cpu.parseReduced,
      }),
    ],
  };
}

function parseAll(pages: readonly Buffer[]): void {
  for (const page of pages) {
    JSON.parse(page.toString());
  }
}

interface Compared {
  name: string;
  /** Milliseconds of CPU. */
  time: number;
}

/** A ratio of 1 is growth in a straight line; ten times the objects at a square would give 10. */
function growthRows(measured: readonly Measurement[]): BenchmarkRow[] {
  const [first, ...others] = measured;
  return others.map(({ objects, analyse }) => ({
    label: `growth to ${objects.toLocaleString('en-US')} objects`,
    value: analyse / first.analyse,
    unit: 'times the CPU per Ingress',
    ratio: analyse / first.analyse,
    against: `resolve + assess, ${first.objects.toLocaleString(
      'en-US',
    )} objects`,
  }));
}
