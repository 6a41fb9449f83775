import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { toOverview } from '../store/overview';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const directory = resolvePackagePath(
  'backstage-plugin-aks-traffic-backend',
  'migrations',
);

const cluster = {
  name: 'alpha',
  source: 'azure',
  bucket: 7,
  failure_gaps: '[]',
  snapshot_gaps: '[]',
  known_kinds: '[]',
  service_count: 0,
};
const service = {
  id: 'a'.repeat(64),
  cluster: 'alpha',
  namespace: 'shop',
  service: 'web',
  exposure: 'public',
  risk: 'high',
  systems: '["istio","traefik"]',
  content_hash: 'b'.repeat(64),
  label_sets: '[]',
  body: '{"egress":[{"kind":"nat-gateway"}]}',
};
const label = { key: 'app', value: 'web', service_id: service.id };

const waiver = {
  id: 'c'.repeat(36),
  // Of a Service that is gone: the decision is kept.
  service_id: 'd'.repeat(64),
  cluster: 'alpha',
  namespace: 'shop',
  service: 'gone',
  rule_id: 'mesh-mtls',
  reason: 'The gateway in front does it.',
  owner: 'group:default/team-shop',
  created_by: 'user:default/ann',
  created_at: '2026-11-22T10:00:00.000Z',
  expires_at: '2026-12-22T10:00:00.000Z',
  applied: true,
};

async function tables(client: Knex): Promise<string[]> {
  const query =
    client.client.config.client === 'pg'
      ? client('information_schema.tables')
          .where('table_schema', 'public')
          .select('table_name as name')
      : client('sqlite_master').where({ type: 'table' }).select('name');
  const rows: { name: string }[] = await query;
  return rows
    .map(({ name }) => name)
    .filter(name => !name.startsWith('knex_') && !name.startsWith('sqlite_'))
    .sort();
}

/** Runs all migrations that come before one. */
async function migrateTo(client: Knex, name: string): Promise<void> {
  for (const earlier of readdirSync(directory).sort()) {
    if (earlier < name) {
      await client.migrate.up({ directory, name: earlier });
    }
  }
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('20261123090000_init creates the tables and takes them away again', async () => {
    const client = await databases.init(id);

    await client.migrate.up({ directory, name: '20261123090000_init.js' });

    expect(await tables(client)).toEqual([
      'clusters',
      'discoveries',
      'history',
      'orphans',
      'service_labels',
      'services',
    ]);
    await client('clusters').insert(cluster);
    await client('services').insert(service);
    await client('service_labels').insert(label);
    await expect(client('clusters').insert(cluster)).rejects.toThrow();
    expect(await client('service_labels').where({ key: 'app' })).toHaveLength(
      1,
    );

    await client.migrate.down({ directory, name: '20261123090000_init.js' });

    expect(await tables(client)).toEqual([]);
  });

  it('20261124090000_service_list lists what is stored, as not judged yet, and takes the list away again', async () => {
    const client = await databases.init(id);
    const name = '20261124090000_service_list.js';
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    await client('clusters').insert(cluster);
    await client('services').insert(service);
    await client('service_labels').insert(label);

    await client.migrate.up({ directory, name });

    expect(await client('service_list')).toEqual([
      expect.objectContaining({
        service_id: service.id,
        rank: 0,
        cluster: 'alpha',
        namespace: 'shop',
        service: 'web',
        systems: ',istio,traefik,',
        exposure: 'public',
        exposure_order: 0,
        egress: ',nat-gateway,',
        risk: 'high',
        risk_order: 1,
        state: 'unknown',
        effort: 'unknown',
        score: null,
        deadline: '9999-12-31',
        gone_on: null,
      }),
    ]);
    expect(await client('services')).toEqual([
      expect.objectContaining({ id: service.id, assessment: null }),
    ]);
    expect(await client('service_labels')).toEqual([label]);
    expect(await tables(client)).toEqual([
      'catalog_entities',
      'catalog_readings',
      'clusters',
      'discoveries',
      'orphans',
      'risk_spans',
      'service_labels',
      'service_list',
      'services',
      'unread_spans',
    ]);

    await client.migrate.down({ directory, name });

    expect(await client('service_labels')).toEqual([label]);
    expect(await client('services')).toEqual([
      {
        ...service,
        content_hash: '',
        risk: 'unknown',
        exposure: 'unknown',
        systems: '[]',
      },
    ]);
    expect(await tables(client)).toContain('history');
  });

  it('20261125090000_objects adds a table and takes it away again', async () => {
    const client = await databases.init(id);
    const name = '20261125090000_objects.js';
    const migration = { directory, name };
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    await client('clusters').insert(cluster);
    const before = await tables(client);

    await client.migrate.up(migration);

    const object = {
      id: 'a'.repeat(64),
      cluster: 'alpha',
      content_hash: 'b'.repeat(64),
      body: '{}',
    };
    await client('objects').insert(object);
    await expect(client('objects').insert(object)).rejects.toThrow();
    expect(await client('objects').where({ cluster: 'alpha' })).toEqual([
      object,
    ]);

    await client.migrate.down(migration);

    expect(await tables(client)).toEqual(before);
  });

  it('20261126090000_waivers adds a table and a column, and takes them away again', async () => {
    const client = await databases.init(id);
    const migration = { directory, name: '20261126090000_waivers.js' };
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    await client('clusters').insert(cluster);
    await client('services').insert(service);
    await client('service_labels').insert(label);
    const before = await tables(client);

    await client.migrate.up(migration);

    const [row] = await client('services');
    expect(Boolean(row.read_whole)).toBe(false);
    await client('waivers').insert(waiver);
    await expect(client('waivers').insert(waiver)).rejects.toThrow();

    await client.migrate.down(migration);

    expect(await client('services')).toEqual([service]);
    expect(await client('service_labels')).toEqual([label]);
    expect(await tables(client)).toEqual(before);
  });

  it('20261127090000_notices adds a table whose owners compare with those of the list, and takes it away again', async () => {
    const client = await databases.init(id);
    const migration = { directory, name: '20261127090000_notices.js' };
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    await client.migrate.up({
      directory,
      name: '20261124090000_service_list.js',
    });
    const before = await tables(client);

    await client.migrate.up(migration);

    const notice = {
      service_id: service.id,
      owner: 'group:default/team-shop',
      retirements: ',RET-NGINX-AKS,',
      stages: '{"RET-NGINX-AKS":1}',
      next_on: '2026-10-31',
    };
    await client('notices').insert(notice);
    await expect(client('notices').insert(notice)).rejects.toThrow();
    expect(
      await client('notices')
        .join('service_list', 'service_list.service_id', 'notices.service_id')
        .whereRaw('notices.owner <> service_list.owner'),
    ).toEqual([]);

    await client.migrate.down(migration);

    expect(await tables(client)).toEqual(before);
  });

  it('20261128090000_catalog_systems adds columns that are empty and sort by their bytes, and takes them away again', async () => {
    const client = await databases.init(id);
    const name = '20261128090000_catalog_systems.js';
    await migrateTo(client, name);
    await client('clusters').insert(cluster);
    const entity = {
      ref: 'component:default/shop',
      owner: 'group:default/sales',
      annotations: '{}',
      too_wide: false,
    };
    await client('catalog_entities').insert(entity);
    const before = [
      await client('catalog_entities'),
      await client('service_list').columnInfo(),
    ];

    await client.migrate.up({ directory, name });

    expect(await client('catalog_entities')).toEqual([
      expect.objectContaining({
        ...entity,
        catalog_system: '',
        too_wide: expect.anything(),
      }),
    ]);
    await client('catalog_entities').insert(
      ['b', 'B', '_'].map(system => ({
        ...entity,
        ref: `component:default/${system}`,
        catalog_system: system,
      })),
    );
    expect(
      await client('catalog_entities')
        .orderBy('catalog_system')
        .pluck('catalog_system'),
    ).toEqual(['', 'B', '_', 'b']);
    await client('catalog_entities').whereNot('catalog_system', '').delete();

    await client.migrate.down({ directory, name });

    expect([
      await client('catalog_entities'),
      await client('service_list').columnInfo(),
    ]).toEqual(before);
    expect(await client('clusters')).toHaveLength(1);
  });

  it('20261128100000_waiver_subjects leaves the waivers there are for all that their rules find, and takes the column away again', async () => {
    const client = await databases.init(id);
    const migration = { directory, name: '20261128100000_waiver_subjects.js' };
    await client.migrate.up({ directory, name: '20261123090000_init.js' });
    await client.migrate.up({ directory, name: '20261126090000_waivers.js' });
    await client('waivers').insert(waiver);
    const before = await client('waivers');

    await client.migrate.up(migration);
    expect(await client('waivers').pluck('subject')).toEqual([null]);

    await client.migrate.down(migration);
    expect(await client('waivers')).toEqual(before);
  });

  it('20261129090000_claims knows second tries of the version before, and takes its column and table away again', async () => {
    const client = await databases.init(id);
    const name = '20261129090000_claims.js';
    await migrateTo(client, name);
    await client('clusters').insert([
      { ...cluster, claim: 'again-1' },
      { ...cluster, name: 'beta', claim: '2' },
      { ...cluster, name: 'gamma' },
    ]);
    const { exposure, risk, systems, ...stored } = service;
    await client('services').insert({ ...stored, read_whole: false });
    const before = [
      await client('clusters').orderBy('name'),
      await tables(client),
    ];

    await client.migrate.up({ directory, name });

    const tries = await client('clusters').orderBy('name').pluck('second_try');
    expect(tries.map(Boolean)).toEqual([true, false, false]);
    await client('looks').insert({ id: 1 });
    await expect(client('looks').insert({ id: 1 })).rejects.toThrow();

    await client.migrate.down({ directory, name });

    expect([
      await client('clusters').orderBy('name'),
      await tables(client),
    ]).toEqual(before);
    expect(await client('services')).toHaveLength(1);
  });

  it('20261129100000_sweeps knows nothing of sweeps before, and takes its columns away again', async () => {
    const client = await databases.init(id);
    const name = '20261129100000_sweeps.js';
    await migrateTo(client, name);
    await client('discoveries').insert({
      id: 1,
      revision: 'before',
      taken_at: '2026-11-22T10:00:00.000Z',
      complete: true,
      gaps: '[]',
    });
    const before = await client('discoveries');

    await client.migrate.up({ directory, name });
    expect(await client('discoveries')).toEqual([
      { ...before[0], began_at: null, swept_at: null },
    ]);

    await client.migrate.down({ directory, name });
    expect(await client('discoveries')).toEqual(before);
  });

  it('20261129110000_cluster_verdicts takes what was found out of the rows of clusters, and puts it back', async () => {
    const client = await databases.init(id);
    const name = '20261129110000_cluster_verdicts.js';
    await migrateTo(client, name);
    const traffic = JSON.stringify({
      name: 'alpha',
      sku: 'Base',
      controllers: [
        {
          system: 'traefik',
          name: 'traefik',
          version: '3.1',
          exposure: 'public',
          evidence: [{ message: 'much to be read' }],
        },
      ],
      findings: [{ ruleId: 'some' }, { ruleId: 'another' }],
    });
    const targets = '{"targets":[],"choices":{}}';
    await client('clusters').insert([
      { ...cluster, body: traffic, body_hash: 'a'.repeat(64), targets },
      // Known from Azure alone, and not known at all.
      { ...cluster, name: 'beta', body: traffic },
      { ...cluster, name: 'gamma' },
    ]);
    const before = await client('clusters').orderBy('name');

    await client.migrate.up({ directory, name });
    const [alpha, beta, gamma] = await client('clusters').orderBy('name');
    expect(alpha).not.toHaveProperty('body');
    expect(alpha).toMatchObject({
      traffic_hash: 'a'.repeat(64),
      targets_hash: null,
    });
    for (const { overview } of [alpha, beta]) {
      expect(JSON.parse(overview)).toEqual({
        sku: 'Base',
        controllers: [
          { system: 'traefik', version: '3.1', exposure: 'public' },
        ],
        findings: 2,
      });
      // Readings write it from now on: what was moved must not differ from that.
      expect(JSON.parse(overview)).toEqual(toOverview(JSON.parse(traffic)));
    }
    expect(gamma.overview).toBeNull();
    expect(await client('cluster_verdicts').orderBy('cluster')).toEqual([
      { cluster: 'alpha', traffic, targets },
      { cluster: 'beta', traffic, targets: null },
    ]);

    await client.migrate.down({ directory, name });
    expect(await client('clusters').orderBy('name')).toEqual(before);
    expect(await tables(client)).not.toContain('cluster_verdicts');
  });

  it('can be run all the way up, down and up again', async () => {
    const client = await databases.init(id);
    const count = readdirSync(directory).length;

    for (let round = 0; round < 2; round += 1) {
      const [, applied] = await client.migrate.latest({ directory });
      expect(applied).toHaveLength(count);
      await client.migrate.rollback({ directory }, true);
      expect(await tables(client)).toEqual([]);
    }
  });
});
