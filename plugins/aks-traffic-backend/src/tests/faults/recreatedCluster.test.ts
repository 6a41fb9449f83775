import { Knex } from 'knex';
import {
  RunningSimulator,
  startSimulator,
} from '../../__testUtils__/runSimulator';
import {
  createTestDatabases,
  createTestStore,
} from '../../__testUtils__/storeTest';
import { DefaultWaiverStore } from '../../store/DefaultWaiverStore';
import {
  DbRiskSpanRow,
  DbServiceListRow,
  DbWaiverRow,
} from '../../store/tables';
import { FaultBench } from './__testUtils__/FaultBench';
import { victim } from './__testUtils__/keptOf';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const nodePort = (name: string, nodePorts: number[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: {
    type: 'NodePort',
    ports: nodePorts.map(port => ({ port, nodePort: port })),
  },
});

/** A Service of the old cluster, and the one of its name in the new one. */
const before = nodePort('of-both', [30_080]);
const after = nodePort('of-both', [30_443]);
const named = { cluster: victim, namespace: 'default', service: 'of-both' };
const waived = {
  ...named,
  ruleId: 'node-exposure',
  reason: 'The network in front lets nobody in.',
  owner: 'group:default/team-shop',
  createdBy: 'user:default/ann',
  createdAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 60 * 60_000).toISOString(),
};

/** A day of which the history must not be lost. */
const longAgo = '2026-01-01';

/** What is served from a database, without times and random ids. */
async function served(client: Knex) {
  const [services, orphans, objects, labels, clusters, verdicts] =
    await Promise.all([
      client('services').select('cluster', 'namespace', 'service', 'body'),
      client('orphans').select('cluster', 'body'),
      client('objects').select('cluster', 'body'),
      client('service_labels').select('key', 'value'),
      client('clusters').select(
        'name',
        'coverage',
        'service_count',
        'overview',
      ),
      client('cluster_verdicts').select('cluster', 'traffic', 'targets'),
    ]);
  return Object.fromEntries(
    Object.entries({
      services,
      orphans,
      objects,
      labels,
      clusters,
      verdicts,
    }).map(([table, rows]) => [
      table,
      rows.map(row => JSON.stringify(row)).sort(),
    ]),
  );
}

describe('a cluster that is recreated under its name and resource id', () => {
  let simulator: RunningSimulator;
  let client: Knex;
  let bench: FaultBench;

  beforeAll(async () => {
    simulator = await startSimulator([
      ...['--clusters', '2', '--services', '12', '--seed', '7'],
      ...['--query-quota', '0'],
    ]);
    client = await databases.init('SQLITE_3');
    await createTestStore(client);
    await simulator.request('PUT', `/clusters/${victim}/objects`, before);
    bench = new FaultBench(simulator, client);
    await bench.sweep();
    await client<DbRiskSpanRow>('risk_spans').update({ from_day: longAgo });
    await new DefaultWaiverStore(client).createWaiver(waived, new Date());
  });

  afterAll(() => simulator?.stop());

  it('is served as it was, and called stale, until the new one can be read', async () => {
    const { services: old } = await bench.look();
    await simulator.request('POST', `/clusters/${victim}/recreate`, {
      objects: [after, nodePort('of-the-new-one', [30_081])],
    });
    await simulator.request('PUT', '/faults/a', {
      target: victim,
      resource: 'services',
      effect: { kind: 'server-error', status: 500 },
    });
    await bench.sweep();
    await simulator.request('DELETE', '/faults');

    const { services, coverage } = await bench.look();
    expect(coverage.get(victim)?.state).toBe('stale');
    expect(services).toEqual(old);
  });

  it('is served from then on as by a backend that never knew the one before', async () => {
    await bench.sweep();
    const fresh = await databases.init('SQLITE_3');
    await createTestStore(fresh);
    await new FaultBench(simulator, fresh).sweep();

    const seen = await served(client);
    expect(seen).toEqual(await served(fresh));
    expect(seen.services.join()).toContain('of-the-new-one');
  });

  it('keeps the waiver of a Service that has its name again, by its name', async () => {
    const [{ waivers }] = await client<DbServiceListRow>('service_list').where(
      named,
    );
    expect(waivers).toBe(1);
    expect(await client<DbWaiverRow>('waivers')).toEqual([
      expect.objectContaining({ rule_id: waived.ruleId, revoked_at: null }),
    ]);
  });

  it('ends in the history what was at risk in the one before', async () => {
    const spans = await client<DbRiskSpanRow>('risk_spans').whereIn(
      'service_id',
      client<DbServiceListRow>('service_list')
        .select('service_id')
        .where({ cluster: victim })
        .whereNotNull('gone_on'),
    );
    expect(spans.length).toBeGreaterThan(0);
    expect(spans).toEqual(
      spans.map(() =>
        expect.objectContaining({
          from_day: longAgo,
          to_day: expect.any(String),
        }),
      ),
    );
  });
});
