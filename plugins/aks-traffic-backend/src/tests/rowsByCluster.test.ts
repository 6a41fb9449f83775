import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { objectKey } from '../objects/objectKey';
import { digest } from '../store/digest';
import { objectId } from '../store/objectId';
import { orderColumns } from '../store/orderColumns';
import { serviceId } from '../store/serviceId';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const directory = resolvePackagePath(
  'backstage-plugin-aks-traffic-backend',
  'migrations',
);
const name = '20261129090000_rows_by_cluster.js';

interface Named {
  cluster: string;
  namespace: string;
  service: string;
}

const web: Named = { cluster: 'alpha', namespace: 'shop', service: 'web' };
const api: Named = { cluster: 'beta', namespace: 'shop', service: 'api' };
/** At risk once; only the history and a waiver know of it. */
const gone: Named = { cluster: 'beta', namespace: 'shop', service: 'gone' };
/** Kubernetes would refuse it, and the order by name has its id. */
const odd: Named = { cluster: 'beta', namespace: 'shop', service: 'a b' };
const object = {
  apiVersion: 'v1',
  kind: 'Service',
  namespace: 'shop',
  name: 'web',
};

function oldId({ cluster, namespace, service }: Named): string {
  return digest([cluster, namespace, service]);
}

function listRow(named: Named, row: object = {}) {
  const { cluster, namespace, service } = named;
  const order = [service, namespace, cluster, 0];
  return {
    ...named,
    service_id: oldId(named),
    rank: 0,
    name_order: order.join('\t'),
    owner: '',
    search: '',
    systems: '',
    exposure: 'public',
    exposure_order: 0,
    egress: '',
    risk: 'high',
    risk_order: 1,
    score_order: 1,
    effort: 'unknown',
    effort_order: 3,
    deadline: '9999-12-31',
    retirements: '',
    state: 'unknown',
    waivers: 0,
    ...row,
  };
}

async function fill(client: Knex): Promise<void> {
  await client('clusters').insert(
    ['alpha', 'beta'].map(cluster => ({
      name: cluster,
      source: 'azure',
      bucket: 7,
      failure_gaps: '[]',
      snapshot_gaps: '[]',
      known_kinds: '[]',
      service_count: 1,
    })),
  );
  await client('services').insert(
    [web, api, odd].map(named => ({
      ...named,
      id: oldId(named),
      content_hash: digest(named),
      label_sets: '[]',
      body: '{}',
    })),
  );
  await client('service_labels').insert(
    [web, api].map(named => ({
      key: 'app',
      value: named.service,
      service_id: oldId(named),
    })),
  );
  await client('service_list').insert([
    listRow(web),
    listRow(web, { rank: 1, name_order: 'web\tshop\talpha\t1' }),
    listRow(api),
    listRow(gone, { gone_on: '2026-11-01' }),
    listRow(odd, { name_order: `a b\tshop\tbeta\t${oldId(odd)}\t0` }),
  ]);
  await client('risk_spans').insert(
    [web, gone].map(named => ({
      service_id: oldId(named),
      from_day: '2026-10-01',
      to_day: null,
      systems: ',ingress-nginx,',
    })),
  );
  await client('notices').insert({
    service_id: oldId(web),
    owner: 'group:default/shop',
    retirements: '',
    stages: '{}',
    next_on: '',
  });
  await client('waivers').insert(
    [web, { ...gone, service: 'forgotten' }].map((named, index) => ({
      ...named,
      id: `waiver-${index}`,
      service_id: oldId(named),
      rule_id: 'mesh-mtls',
      reason: 'The gateway in front does it.',
      owner: 'group:default/shop',
      created_by: 'user:default/ann',
      created_at: '2026-11-22T10:00:00.000Z',
      expires_at: '2026-12-22T10:00:00.000Z',
      applied: true,
    })),
  );
  await client('objects').insert({
    id: digest(['alpha', objectKey(object)]),
    cluster: 'alpha',
    content_hash: digest(object),
    body: JSON.stringify(object),
  });
  await client('orphans').insert({
    id: digest(['alpha', {}]),
    cluster: 'alpha',
    body: '{}',
  });
}

async function dump(client: Knex, table: string): Promise<object[]> {
  const rows: object[] = await client(table);
  return rows
    .map(row => ({ ...row }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const tables = [
  'clusters',
  'services',
  'service_labels',
  'service_list',
  'risk_spans',
  'notices',
  'waivers',
];

async function dumpAll(client: Knex): Promise<Record<string, object[]>> {
  const dumps: Record<string, object[]> = { indexes: await indexes(client) };
  for (const table of tables) {
    dumps[table] = await dump(client, table);
  }
  return dumps;
}

async function indexes(client: Knex): Promise<object[]> {
  const found: { definition: string }[] =
    client.client.config.client === 'pg'
      ? await client('pg_indexes')
          .select({ definition: 'indexdef' })
          .where({ schemaname: 'public' })
      : await client('sqlite_master')
          .select({ definition: 'sql' })
          .where({ type: 'index' })
          .whereNotNull('sql');
  return found.map(row => ({ ...row })).sort(byDefinition);
}

function byDefinition(
  a: { definition: string },
  b: { definition: string },
): number {
  return a.definition < b.definition ? -1 : 1;
}

async function filledBefore(client: Knex): Promise<void> {
  for (const earlier of readdirSync(directory).sort()) {
    if (earlier < name) {
      await client.migrate.up({ directory, name: earlier });
    }
  }
  await fill(client);
}

describe.each(databases.eachSupportedId())(
  '20261129090000_rows_by_cluster on %s',
  id => {
    it('gives every row the id that the store looks for, and the Services of the list their order', async () => {
      const client = await databases.init(id);
      await filledBefore(client);

      await client.migrate.up({ directory, name });

      for (const [table, column, named] of [
        ['services', 'id', [web, api, odd]],
        ['service_labels', 'service_id', [web, api]],
        ['service_list', 'service_id', [web, web, api, gone, odd]],
        ['risk_spans', 'service_id', [web, gone]],
        ['notices', 'service_id', [web]],
        ['waivers', 'service_id', [web, { ...gone, service: 'forgotten' }]],
      ] as const) {
        expect([table, (await client(table).pluck(column)).sort()]).toEqual([
          table,
          named.map(serviceId).sort(),
        ]);
      }
      expect(await client('objects').pluck('id')).toEqual([
        objectId('alpha', object),
      ]);
      expect(
        await client('service_labels')
          .join('services', 'services.id', 'service_labels.service_id')
          .whereRaw('services.service = service_labels.value'),
      ).toHaveLength(2);

      const listed = await client('service_list')
        .select('service_id', 'cluster', 'namespace', 'service')
        .select('rank', 'cluster_order')
        .orderBy('cluster_order');
      expect(listed.map(({ service }) => service)).toEqual(
        expect.arrayContaining(['web', 'api', 'gone', 'a b']),
      );
      for (const { cluster_order, service_id, ...row } of listed) {
        const written = orderColumns({ ...row, id: service_id });
        expect(cluster_order).toBe(
          row.service === odd.service
            ? `beta\t${service_id}\t0`
            : written.cluster_order,
        );
      }
      expect(listed.slice(0, 2).map(({ cluster }) => cluster)).toEqual([
        'alpha',
        'alpha',
      ]);
    });

    it('lets labels go with their Service, as before', async () => {
      const client = await databases.init(id);
      await filledBefore(client);
      await client.migrate.up({ directory, name });
      await expect(
        client('service_labels').insert({
          key: 'app',
          value: 'nobody',
          service_id: 'nobody',
        }),
      ).rejects.toThrow(/foreign key/i);

      await client('services')
        .where({ id: serviceId(web) })
        .delete();

      expect(await client('service_labels').pluck('value')).toEqual(['api']);
    });

    it('can be taken back with nothing lost', async () => {
      const client = await databases.init(id);
      await filledBefore(client);
      const before = await dumpAll(client);

      await client.migrate.up({ directory, name });
      await client.migrate.down({ directory, name });

      expect(await dumpAll(client)).toEqual(before);
    });

    it('leaves everything as it was when it fails at its end', async () => {
      const client = await databases.init(id);
      await filledBefore(client);
      await client.schema.alterTable('service_list', table => {
        table.dropIndex([], 'service_list_deadline_index');
      });
      const before = await dumpAll(client);

      await expect(client.migrate.up({ directory, name })).rejects.toThrow(
        /service_list_deadline_index/,
      );

      expect(await dumpAll(client)).toEqual(before);
    });
  },
);
