import { SensitiveValues } from 'backstage-plugin-aks-traffic-backend/src/sensitive/SensitiveValues';
import { DefaultTrafficService } from 'backstage-plugin-aks-traffic-backend/src/service/DefaultTrafficService';
import { DefaultListService } from 'backstage-plugin-aks-traffic-backend/src/service/lists/DefaultListService';
import { DefaultListStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultListStore';
import { DefaultTrafficStore } from 'backstage-plugin-aks-traffic-backend/src/store/DefaultTrafficStore';
import { Visibility } from 'backstage-plugin-aks-traffic-backend/src/store/listTypes';
import { retirements } from 'backstage-plugin-aks-traffic-engine';
import { Knex } from 'knex';
import {
  MeasuredDatabase,
  openPostgres,
  openSqlite,
} from '../dashboard/databases';
import { estateOf } from '../dashboard/Estate';
import { queries } from '../dashboard/queries';
import { seed } from '../dashboard/seed';
import { Clock, startClock } from '../measure/startClock';
import { percentile } from '../measure/percentile';
import { BenchmarkResult, BenchmarkRow } from '../output/BenchmarkResult';

type TrafficServiceOptions = ConstructorParameters<
  typeof DefaultTrafficService
>[0];

/** What a query may take, in milliseconds. */
const budget = { time: 100, name: 'the 100 ms that a query may take' };

/** Runs before the measured ones: a backend that answers has answered before. */
const warmups = 3;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * How long the answers of the dashboard take, from the parsed request to the object that is sent, for a caller who
 * may see everything and for one who may see half of the catalog. What is stored was written by the backend's own
 * store.
 */
export async function benchmarkDashboard(options: {
  services: number;
  /** One for 500 services when absent. */
  clusters?: number;
  runs: number;
  clock: Clock;
  /** Connection string; PostgreSQL is left out without one. */
  postgres?: string;
}): Promise<BenchmarkResult> {
  const databases = [
    openSqlite,
    ...(options.postgres ? [() => openPostgres(options.postgres!)] : []),
  ];
  const rows: BenchmarkRow[] = [];
  for (const open of databases) {
    const database = await open();
    try {
      rows.push(...(await measureDatabase(database, options)));
    } finally {
      await database.close();
    }
  }
  return { name: 'dashboard', rows };
}

async function measureDatabase(
  { name, client }: MeasuredDatabase,
  options: Parameters<typeof benchmarkDashboard>[0],
): Promise<BenchmarkRow[]> {
  const { services, runs, clock } = options;
  const now = new Date();
  const estate = estateOf(services, options.clusters);
  await seed({ client, estate, now });
  if (name === 'PostgreSQL') {
    // What the server does by itself some time after so many writes.
    await client.raw('analyze');
  }
  const callers: [string, Visibility][] = [
    ['sees everything', { unclaimed: true }],
    [
      'sees half',
      { entities: await everySecondEntity(client), unclaimed: false },
    ],
  ];
  const rows: BenchmarkRow[] = [];
  for (const [caller, visibility] of callers) {
    const lists = new DefaultListService({
      store: new DefaultListStore(client),
      visibility: { read: async () => ({ visibility, mayListClusters: true }) },
      retirements,
      staleAfterMs: dayMs,
      keepHistoryForMs: 730 * dayMs,
      clock: () => now,
    });
    const clusters = new DefaultTrafficService({
      store: new DefaultTrafficStore(client),
      // No entity is asked about, and nothing here is to be withheld.
      catalog: {} as TrafficServiceOptions['catalog'],
      sensitive: new SensitiveValues(
        {} as ConstructorParameters<typeof SensitiveValues>[0],
      ),
      retirements,
      staleAfterMs: dayMs,
      freshForMs: dayMs,
      clock: () => now,
      hurry: async () => {},
    });
    for (const { label, run } of queries) {
      const times: number[] = [];
      for (let turn = -warmups; turn < runs; turn += 1) {
        const elapsed = startClock(clock);
        await run({ lists, clusters });
        if (turn >= 0) {
          times.push(elapsed());
        }
      }
      const value = percentile(times, 0.95);
      rows.push({
        label: `${label}, ${services.toLocaleString('en-US')} services, ${
          estate.clusters
        } clusters, ${name}, ${caller}`,
        value,
        unit: clock === 'cpu' ? 'ms CPU, p95' : 'ms, p95',
        ratio: value / budget.time,
        against: budget.name,
      });
    }
  }
  return rows;
}

async function everySecondEntity(client: Knex): Promise<number[]> {
  const { entities } = await new DefaultListStore(client).readLinkedEntities();
  return entities.map(({ id }) => id).filter(id => id % 2 === 0);
}
