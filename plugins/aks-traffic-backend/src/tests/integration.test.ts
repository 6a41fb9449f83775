import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';
import { Knex } from 'knex';
import {
  ContosoBackend,
  contosoConfiguration,
  startContosoBackend,
} from '../__testUtils__/contosoBackend';
import { eventually } from '../__testUtils__/eventually';
import { createContract } from '../__testUtils__/openApi';
import { checkByCommandLine } from '../__testUtils__/runCommandLine';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { createTestDatabases } from '../__testUtils__/storeTest';
import { DefaultCollector } from '../collect/DefaultCollector';
import { readConfig } from '../config/readConfig';

jest.setTimeout(180_000);

/** What the author of the estate says about one Service. */
interface StatedVerdict {
  cluster: string;
  namespace: string;
  service: string;
  entity?: string;
  systems: string[];
  exposure: string;
  egress: string[];
  risk: string;
}

const databases = createTestDatabases();
const contract = createContract();
const shop = 'aks-shop-prod-weu';

let simulator: RunningSimulator;
let stated: StatedVerdict[];

beforeAll(async () => {
  simulator = await startSimulator([
    '--estate',
    'contoso',
    '--query-quota',
    '0',
  ]);
  const estate = (await simulator.request('GET', '/estate')) as {
    verdicts: StatedVerdict[];
  };
  stated = estate.verdicts;
});

afterAll(() => simulator?.stop());

/** A cluster and the rows of Azure as the backend finds them, with the same identity. */
async function discover(name: string) {
  const { signal } = new AbortController();
  const collector = DefaultCollector.create({
    config: readConfig(new ConfigReader(contosoConfiguration(simulator))),
    logger: mockServices.logger.mock(),
  });
  const { clusters, estate } = await collector.discover(signal);
  const cluster = clusters.find(each => each.name === name)!;
  return { location: await collector.locate(cluster, signal), estate };
}

/**
 * A verdict in the words of the estate, which states entry points that are attached, and risks of the day it was
 * written: where a deadline moves the risk with the clock, the statement stands.
 */
function verdictOf(service: ServiceTraffic, statedRisk: string) {
  const unique = (words: string[]) => [...new Set(words)].sort();
  const { entryPoints, exposure, egress, findings } = service;
  return {
    systems: unique(
      entryPoints
        .filter(({ attached }) => attached !== false)
        .map(({ system }) => system),
    ),
    exposure,
    egress: unique(egress.map(({ kind }) => kind)),
    risk: findings.some(({ deadline }) => deadline) ? statedRisk : service.risk,
  };
}

describe.each(databases.eachSupportedId())('the whole chain on %s', id => {
  let client: Knex;
  let backend: ContosoBackend;

  beforeAll(async () => {
    client = await databases.init(id);
    backend = await startContosoBackend({ client, simulator, contract });
    await backend.sweepAll();
  });

  afterEach(() => simulator.request('DELETE', '/faults'));

  it('reads every cluster that can be read, and says of the others why not', async () => {
    const { items } = await backend.clusters();
    const unread = items.filter(({ coverage }) => !coverage.observedAt);

    expect(items.length - unread.length).toBeGreaterThanOrEqual(6);
    expect(unread.length).toBeGreaterThanOrEqual(1);
    for (const { coverage } of unread) {
      expect(coverage.state).toBe('unreachable');
      expect(coverage.gaps.length).toBeGreaterThan(0);
      expect(coverage.gaps.join()).not.toContain('not been read yet');
    }
  });

  it('answers for entities what the author of the estate states', async () => {
    const { items } = await backend.clusters();
    const read = new Set(
      items
        .filter(({ coverage }) => coverage.observedAt)
        .map(({ name }) => name),
    );
    const linked = stated.filter(
      ({ entity, cluster }) => entity && read.has(cluster),
    );
    expect(linked.length).toBeGreaterThanOrEqual(30);

    const answers: Record<string, unknown> = {};
    const statements: Record<string, unknown> = {};
    for (const verdict of linked) {
      const { cluster, namespace, service } = verdict;
      const { systems, exposure, egress, risk } = verdict;
      const traffic = await backend.entity(verdict.entity!);
      const found = traffic.services.find(
        each =>
          each.cluster === cluster &&
          each.namespace === namespace &&
          each.service === service,
      );
      const key = `${cluster}/${namespace}/${service}`;
      statements[key] = { systems, exposure, egress, risk };
      answers[key] = found && verdictOf(found, risk);
    }
    expect(answers).toEqual(statements);
  });

  it.each([shop, 'aks-web-auto-sdc', 'factory-edge-01'])(
    'has of %s the report that the command-line tool gives',
    async name => {
      const { location, estate } = await discover(name);
      const stored = await client('clusters').where({ name }).first();
      const verdicts = await client('cluster_verdicts')
        .where({ cluster: name })
        .first();
      const bodies = await client('services').where({ cluster: name });
      const orphans = await client('orphans').where({ cluster: name });

      const report = await checkByCommandLine({
        location,
        rows: location.armId === undefined ? [] : estate.rows,
        now: stored.analysed_at,
      });

      const key = ({ namespace, service }: ServiceTraffic) =>
        `${namespace}/${service}`;
      const byKey = (services: ServiceTraffic[]) =>
        new Map(services.map(service => [key(service), service]));
      expect(byKey(report.services)).toEqual(
        byKey(bodies.map(({ body }) => JSON.parse(body))),
      );
      expect(report.clusters).toEqual([JSON.parse(verdicts.traffic)]);
      expect(report.orphans).toEqual(
        expect.arrayContaining(orphans.map(({ body }) => JSON.parse(body))),
      );
      expect(report.orphans).toHaveLength(orphans.length);
    },
  );

  it('finds no Service in a cluster that cannot be read, and does not call that safe', async () => {
    const { items } = await backend.clusters();
    const unread = new Set(
      items
        .filter(({ coverage }) => !coverage.observedAt)
        .map(({ name }) => name),
    );
    const hidden = stated.filter(
      ({ entity, cluster }) => entity && unread.has(cluster),
    );
    expect(hidden.length).toBeGreaterThanOrEqual(1);

    for (const { entity, cluster } of hidden) {
      const { services, coverage } = await backend.entity(entity!);
      expect(services.map(each => each.cluster)).not.toContain(cluster);
      expect(coverage).toContainEqual(
        expect.objectContaining({ cluster, state: 'unreachable' }),
      );
    }
  });

  it('has every object that a verdict names, and no Secret', async () => {
    const traffic = await backend.entity('component:default/storefront');
    const { items } = await backend.objects('component:default/storefront');

    const kept = items.map(({ reference: { kind, namespace, name } }) =>
      [kind, namespace, name].join(' '),
    );
    const named = traffic.services.flatMap(({ entryPoints, ...service }) => [
      `Service ${service.namespace} ${service.service}`,
      ...entryPoints.map(({ resource: { kind, namespace, name } }) =>
        [kind, namespace, name].join(' '),
      ),
    ]);
    expect(named.length).toBeGreaterThan(1);
    expect(kept).toEqual(expect.arrayContaining(named));
    expect(kept.filter(name => name.startsWith('Secret '))).toEqual([]);
    const bodies: { body: string }[] = await client('objects').select('body');
    expect(bodies.map(({ body }) => JSON.parse(body).kind)).not.toContain(
      'Secret',
    );
  });

  it('asks no cluster and no Azure when it answers', async () => {
    await simulator.request('DELETE', '/requests');

    await backend.clusters();
    await backend.objects('component:default/storefront');
    await backend.entity('component:default/storefront');

    expect(await simulator.request('GET', '/requests')).toEqual({
      requests: [],
    });
  });

  it('stores and serves no credential', async () => {
    const { identities, clusters } = simulator;
    const secrets = [
      ...identities.map(({ clientSecret }) => clientSecret),
      ...clusters.map(({ serviceAccountToken }) => serviceAccountToken),
    ].filter(secret => secret !== undefined);
    expect(secrets.length).toBeGreaterThanOrEqual(2);

    const stored = await Promise.all(
      ['clusters', 'services', 'orphans', 'objects', 'discoveries'].map(table =>
        client(table),
      ),
    );
    const text = JSON.stringify([
      stored,
      await backend.clusters(),
      await backend.entity('component:default/storefront'),
    ]);
    for (const secret of [...secrets, 'Bearer ', 'BEGIN CERTIFICATE']) {
      expect(text).not.toContain(secret);
    }
  });

  it('keeps the last verdicts of clusters that fail, says stale and why, and takes them back without writing a row', async () => {
    const broken = [
      { target: shop, effect: { kind: 'refuse' } },
      { target: 'aks-web-auto-sdc', effect: { kind: 'html' } },
      { target: 'aks-edge-prod-weu', effect: { kind: 'hang' } },
      {
        target: 'aks-mesh-prod-neu',
        resource: 'services',
        effect: { kind: 'cut', fraction: 0.5 },
      },
    ];
    const read = async () => ({
      coverage: new Map(
        (await backend.clusters()).items.map(({ name, coverage }) => [
          name,
          coverage,
        ]),
      ),
      services: await client('services').orderBy('id'),
    });
    const before = await read();
    for (const fault of broken) {
      await simulator.request('PUT', `/faults/${fault.target}`, fault);
    }
    await backend.sweepAll();

    const during = await read();
    expect(during.services).toEqual(before.services);
    for (const { target } of broken) {
      expect(during.coverage.get(target)).toEqual({
        cluster: target,
        state: 'stale',
        observedAt: before.coverage.get(target)!.observedAt,
        gaps: expect.arrayContaining([expect.stringMatching(/\w+ \w+/)]),
      });
    }
    const { coverage, services } = await backend.entity(
      'component:default/storefront',
    );
    expect(services.length).toBeGreaterThan(0);
    expect(coverage).toContainEqual(during.coverage.get(shop));

    await simulator.request('DELETE', '/faults');
    await client('services').update({ assessment: '"untouched"' });
    await client('service_list').update({ exposure: 'untouched' });
    await backend.sweepAll();
    const after = await read();
    expect(after.services).toEqual(
      before.services.map(row => ({ ...row, assessment: '"untouched"' })),
    );
    expect(await client('service_list').distinct('exposure')).toEqual([
      { exposure: 'untouched' },
    ]);
    for (const row of before.services) {
      await client('services').where({ id: row.id }).update(row);
    }
    for (const { target } of broken) {
      const { observedAt, ...rest } = before.coverage.get(target)!;
      expect(after.coverage.get(target)).toMatchObject(rest);
      expect(after.coverage.get(target)!.observedAt).not.toBe(observedAt);
    }
  });

  it('reads one cluster again when somebody asks for it', async () => {
    await client('clusters')
      .where({ name: shop })
      .update({ attempted_at: '2026-01-01T00:00:00.000Z' });
    await simulator.request('DELETE', '/requests');

    await backend.refresh(shop);
    await eventually(async () => {
      const { items } = await backend.clusters();
      const { attemptedAt } = items.find(({ name }) => name === shop)!;
      expect(attemptedAt).not.toContain('2026-01-01');
      expect(await client('clusters').whereNotNull('claim')).toEqual([]);
    });

    const { requests } = (await simulator.request('GET', '/requests')) as {
      requests: { target: string }[];
    };
    expect(new Set(requests.map(({ target }) => target))).toEqual(
      new Set([shop]),
    );
  });

  it('goes on reading clusters with what Azure said before when Azure does not answer', async () => {
    await backend.sweepAll();
    const before = await backend.entity('component:default/storefront');
    await simulator.request('PUT', '/faults/azure', {
      target: 'resource-graph',
      effect: { kind: 'forbidden' },
    });
    await backend.sweep();
    const outdated = await eventually(async () => {
      const traffic = await backend.entity('component:default/storefront');
      const coverage = traffic.coverage.find(({ cluster }) => cluster === shop);
      expect(coverage).toMatchObject({
        state: 'partial',
        gaps: expect.arrayContaining([
          expect.stringMatching(/What it said at .* is used instead$/),
        ]),
      });
      return { ...traffic, observedAt: coverage!.observedAt! };
    });

    expect(outdated.services).toEqual(before.services);
    expect(outdated.services.length).toBeGreaterThan(0);
    expect(
      outdated.observedAt >
        before.coverage.find(({ cluster }) => cluster === shop)!.observedAt!,
    ).toBe(true);
  });
});
