import { analyzeCluster } from 'backstage-plugin-aks-traffic-engine';
import { createEstate } from '../cluster/estate';
import { generateCluster, GeneratedCluster } from '../cluster/generateCluster';
import { medianCpu } from '../measure/medianCpu';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';
import { observationOf } from './observationOf';

const now = new Date('2026-11-22T12:00:00Z');

/** What one run handles at least, by repeating itself. */
const objectsPerRun = 20_000;

interface Measurement {
  objects: number;
  /** Milliseconds of CPU per 1,000 Ingresses. */
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
  const repetitions = Math.ceil(objectsPerRun / objects);
  const perThousand = (work: () => void) =>
    (medianCpu({ runs, repetitions, work }) / ingresses) * 1000;
  const parse = perThousand(() => {
    for (const page of pages) {
      JSON.parse(page.toString());
    }
  });
  const parseAndReduce = perThousand(() => {
    observationOf(pages);
  });
  const observation = observationOf(pages);
  const analyse = perThousand(() => {
    analyzeCluster(observation, createEstate(), { now });
  });
  const reducedPages = observation.objects.map(object =>
    Buffer.from(JSON.stringify(object)),
  );
  const parseReduced = perThousand(() => {
    for (const page of reducedPages) {
      JSON.parse(page.toString());
    }
  });
  const row = (name: string, value: number, compared?: Compared) => ({
    label: `${name}, ${label}`,
    value,
    unit: 'ms CPU per 1,000 Ingresses',
    ...(compared && {
      ratio: value / compared.value,
      against: compared.name,
    }),
  });
  const parsed = { name: 'JSON.parse', value: parse };
  return {
    objects,
    analyse,
    rows: [
      row(parsed.name, parse),
      row('JSON.parse + reduce', parseAndReduce, parsed),
      row('resolve + assess', analyse, parsed),
      row('resolve + assess', analyse, {
        name: 'JSON.parse of what is left of the objects after reducing',
        value: parseReduced,
      }),
    ],
  };
}

interface Compared {
  name: string;
  value: number;
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
