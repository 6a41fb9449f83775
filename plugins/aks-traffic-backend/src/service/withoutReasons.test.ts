import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { serviceTraffic } from '../__testUtils__/analysis';
import { reasonsWithin, withoutReasons } from './withoutReasons';

const hidden = [
  'The reasons are shown to those who may list clusters (permission aks-traffic.cluster.read).',
];

const traffic: EntityTraffic = {
  schemaVersion: 1,
  generatedAt: '2026-11-22T10:00:00.000Z',
  entityRef: 'component:default/shop',
  match: { by: 'kubernetes-id', value: 'shop' },
  coverage: [
    { cluster: 'alpha', state: 'partial', gaps: ['No routes.'] },
    { cluster: 'beta', state: 'unreachable', gaps: ['Refused [https://b].'] },
    { cluster: 'gamma', state: 'complete', gaps: [] },
  ],
  clusters: [],
  services: [serviceTraffic({ cluster: 'alpha' })],
  orphans: [],
  retirements: [],
  gaps: ['Subscription x cannot be seen.'],
  assessments: [],
  waivers: [],
  canWaive: false,
};

describe('withoutReasons', () => {
  it('keeps the reasons of clusters that hold the Services, and of the others that there are some', () => {
    expect(withoutReasons(traffic)).toEqual({
      ...traffic,
      coverage: [
        traffic.coverage[0],
        { cluster: 'beta', state: 'unreachable', gaps: hidden },
        traffic.coverage[2],
      ],
      gaps: hidden,
    });
  });

  it('claims no gap in a list of clusters that is whole', () => {
    expect(withoutReasons({ ...traffic, gaps: [] }).gaps).toEqual([]);
  });
});

describe('reasonsWithin', () => {
  const gaps = ['Cluster beta could not be asked.'];

  it('keeps the reasons for who may know of all clusters', () => {
    expect(reasonsWithin(undefined, gaps)).toEqual(gaps);
  });

  it('keeps that there are some from who may not, and claims none where there are none', () => {
    const conditions = { field: 'cluster' as const, values: ['alpha'] };

    expect(reasonsWithin(conditions, gaps)).toEqual([
      'The reasons are shown to those who may list all clusters.',
    ]);
    expect(reasonsWithin(conditions, [])).toEqual([]);
  });
});
