import { Finding, Retirement } from 'backstage-plugin-aks-traffic-common';
import { serviceAssessment, serviceTraffic } from '../__testUtils__/analysis';
import { StoredCluster } from '../store/types';
import { EntityTrafficParts, toEntityTraffic } from './toEntityTraffic';

const now = new Date('2026-11-22T10:00:00Z');

function cluster(name: string, analysedAt: string): StoredCluster {
  return {
    name,
    source: 'azure',
    services: 1,
    failureGaps: [],
    snapshot: {
      coverage: 'complete',
      observedAt: analysedAt,
      analysedAt,
      gaps: [],
      knownKinds: [],
    },
  };
}

function entityTraffic(parts: Partial<EntityTrafficParts>) {
  return toEntityTraffic({
    entityRef: 'component:default/shop',
    match: { by: 'kubernetes-id', value: 'shop' },
    clusters: [],
    services: [],
    assessments: [],
    readWhole: [],
    waivers: [],
    traffic: new Map(),
    orphans: new Map(),
    retirements: [],
    gaps: [],
    now,
    staleAfterMs: 900_000,
    ...parts,
  });
}

describe('toEntityTraffic', () => {
  it('is no newer than the oldest verdict in it', () => {
    const { generatedAt } = entityTraffic({
      clusters: [
        cluster('alpha', '2026-11-22T09:58:00.000Z'),
        cluster('beta', '2026-11-22T09:55:00.000Z'),
        cluster('gamma', '2026-11-20T00:00:00.000Z'),
      ],
      services: [
        serviceTraffic({ cluster: 'alpha' }),
        serviceTraffic({ cluster: 'beta' }),
      ],
    });

    expect(generatedAt).toBe('2026-11-22T09:55:00.000Z');
  });

  it('has the retirements that an assessment names', () => {
    const named = { id: 'RET-1' } as Retirement;
    const { retirements } = entityTraffic({
      retirements: [named, { id: 'RET-2' } as Retirement],
      assessments: [
        serviceAssessment({
          retirements: [
            {
              retirement: 'RET-1',
              state: 'ended',
              statement: 'It ended.',
              doesNotMean: 'It still runs.',
              evidence: [],
            },
          ],
        }),
      ],
    });

    expect(retirements).toEqual([named]);
  });

  it('is of now when there is no verdict in it', () => {
    expect(entityTraffic({}).generatedAt).toBe('2026-11-22T10:00:00.000Z');
  });

  it('explains the retirements that its findings and controllers name, and no others', () => {
    const retirements = ['a', 'b', 'c', 'd'].map(id => ({ id } as Retirement));
    const finding = (retirement: string) => ({ retirement } as Finding);

    const traffic = entityTraffic({
      retirements,
      clusters: [
        cluster('alpha', '2026-11-22T09:58:00.000Z'),
        cluster('beta', '2026-11-22T09:58:00.000Z'),
      ],
      traffic: new Map([
        ['alpha', { name: 'alpha', controllers: [], findings: [finding('b')] }],
        ['beta', { name: 'beta', controllers: [], findings: [finding('c')] }],
      ]),
      services: [
        serviceTraffic({ cluster: 'alpha', findings: [finding('a')] }),
      ],
    });

    expect(traffic.retirements.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
