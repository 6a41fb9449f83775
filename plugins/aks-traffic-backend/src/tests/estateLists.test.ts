import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ServiceListItem,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import {
  ContosoBackend,
  startContosoBackend,
} from '../__testUtils__/contosoBackend';
import { readContosoComponents } from '../__testUtils__/contosoCatalog';
import { createContract } from '../__testUtils__/openApi';
import { readCsv } from '../__testUtils__/parseCsv';
import {
  RunningSimulator,
  startSimulator,
} from '../__testUtils__/runSimulator';
import { createTestDatabases } from '../__testUtils__/storeTest';

jest.setTimeout(180_000);

const databases = createTestDatabases();
let simulator: RunningSimulator;

beforeAll(async () => {
  simulator = await startSimulator([
    '--estate',
    'contoso',
    '--query-quota',
    '0',
  ]);
});

afterAll(() => simulator?.stop());

const keyOf = ({
  cluster,
  namespace,
  service,
}: Pick<ServiceTraffic, 'cluster' | 'namespace' | 'service'>) =>
  `${cluster}/${namespace}/${service}`;

const unique = (words: string[]) => [...new Set(words)].sort();

describe.each(databases.eachSupportedId())(
  'the lists of the estate on %s',
  id => {
    let backend: ContosoBackend;
    let items: ServiceListItem[];

    beforeAll(async () => {
      const client = await databases.init(id);
      backend = await startContosoBackend({
        client,
        simulator,
        contract: createContract(),
      });
      await backend.sweepAll();
      await backend.linkAll();
      ({ items } = await backend.services('limit=500'));
    });

    it("say of each entity's Services what its own page says", async () => {
      const listed = new Map(items.map(item => [keyOf(item), item]));
      const listedFor = new Set<string>();
      for (const entity of readContosoComponents()) {
        const entityRef = stringifyEntityRef(entity);
        const { services, assessments, coverage } = await backend.entity(
          entityRef,
        );
        for (const [index, service] of services.entries()) {
          const assessment = assessments[index];
          const item = listed.get(keyOf(service));
          expect(item).toEqual({
            cluster: service.cluster,
            namespace: service.namespace,
            service: service.service,
            entityRef,
            entityTitle: entity.metadata.title,
            owner: entity.relations![0].targetRef,
            catalogSystem: entity.relations![1].targetRef,
            systems: unique(service.entryPoints.map(({ system }) => system)),
            exposure: service.exposure,
            egress: unique(service.egress.map(({ kind }) => kind)),
            risk: service.risk,
            score: assessment.score,
            effort: assessment.effort,
            deadline: assessment.retirements
              .flatMap(({ date }) => date ?? [])
              .sort()
              .at(0),
            deadlinePrecision: precisionOf(item?.deadline),
            retirements: unique(
              assessment.retirements.map(({ retirement }) => retirement),
            ),
            state: item?.state,
            waivers: 0,
            coverage: coverage.find(each => each.cluster === service.cluster)!
              .state,
            observedAt: coverage.find(each => each.cluster === service.cluster)!
              .observedAt,
          });
          expect(item!.state === 'at-risk').toBe(
            assessment.retirements.length > 0,
          );
          listedFor.add(keyOf(service));
        }
      }
      expect(listedFor.size).toBeGreaterThanOrEqual(30);
      expect(unique([...listedFor])).toEqual(
        unique(items.filter(({ entityRef }) => entityRef).map(keyOf)),
      );
    });

    it('have every Service of every cluster, those without an entity too', async () => {
      const clusters = await backend.clusters();

      expect(
        clusters.items.reduce((sum, { services }) => sum + services, 0),
      ).toBe(items.length);
      expect(items.some(({ entityRef }) => !entityRef)).toBe(true);
    });

    it('say in files which clusters are not in them, or not whole', async () => {
      const { items: clusters } = await backend.clusters();
      const { clusters: told } = await backend.exportJson();
      const rows = readCsv(await backend.exportCsv());

      expect(told).toEqual(clusters.map(({ coverage }) => coverage));
      const missing = clusters
        .filter(({ coverage }) => coverage.state !== 'complete')
        .map(({ name, coverage }) => `${name} ${coverage.state}`);
      expect(
        rows
          .filter(({ service, cluster }) => !service && cluster)
          .map(({ cluster, coverage, gaps }) => {
            expect(gaps).toBeDefined();
            return `${cluster} ${coverage}`;
          })
          .sort(),
      ).toEqual(missing.sort());
      const listed = new Set(items.map(({ cluster }) => cluster));
      expect(
        unique([...listed, ...missing.map(each => each.split(' ')[0])]),
      ).toEqual(unique(clusters.map(({ name }) => name)));
      expect(missing).toContainEqual(expect.stringMatching(/ unreachable$/));
    });

    it.each(['owner', 'catalogSystem'] as const)(
      'are narrowed by a short reference of %s, in any case',
      async field => {
        const ref = items.find(item => item[field])![field]!;
        const expected = items.filter(item => item[field] === ref);

        for (const text of [ref, ref.split('/')[1].toUpperCase()]) {
          const narrowed = await backend.services(
            `limit=500&${new URLSearchParams({ [field]: text })}`,
          );
          expect(narrowed.items).toEqual(expected);
        }
      },
    );

    it('are counted, day by day too', async () => {
      const summary = await backend.summary('groupBy=owner');
      const { points } = await backend.history('days=7');
      const atRisk = items.filter(({ state }) => state === 'at-risk');
      const clusters = await backend.clusters();

      expect(summary.total.services).toBe(items.length);
      expect(summary.total.byState['at-risk']).toBe(atRisk.length);
      expect(
        Object.fromEntries(
          summary.items.map(({ key, services }) => [key, services]),
        ),
      ).toEqual(countBy(items.map(({ owner = '' }) => owner)));
      const bySystem = await backend.summary('groupBy=catalogSystem');
      expect(
        Object.fromEntries(
          bySystem.items.map(({ key, services }) => [key, services]),
        ),
      ).toEqual(countBy(items.map(({ catalogSystem = '' }) => catalogSystem)));
      expect(summary.coverage).toMatchObject(
        countBy(clusters.items.map(({ coverage }) => coverage.state)),
      );
      expect(points.at(-1)).toMatchObject({ total: atRisk.length, unread: 0 });
    });
  },
);

/** The estate's deadlines, of which the source of one names its day. */
function precisionOf(deadline: string | undefined): string | undefined {
  const named =
    deadline === '2025-03-03' || deadline === '2026-04-28' ? 'day' : 'month';
  return deadline && named;
}

function countBy(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) {
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
