import { StoredCluster } from '../../store/types';
import { requireTold } from './requireTold';

const cluster = (name: string, isRead: boolean): StoredCluster => ({
  name,
  source: 'config',
  services: 0,
  failureGaps: [],
  snapshot: isRead
    ? {
        coverage: 'complete',
        observedAt: '2026-11-29T12:00:00.000Z',
        analysedAt: '2026-11-29T12:00:00.000Z',
        gaps: [],
        knownKinds: [],
      }
    : undefined,
});

const messageFor = (mayListClusters: boolean, ...names: string[]) => {
  try {
    requireTold(
      names.map(name => cluster(name, true)),
      { now: [], view: { mayListClusters } },
    );
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('requireTold', () => {
  it('names clusters to who may list them alone', () => {
    const rest = 'changed while the export was written; export again';

    expect(messageFor(true, 'alpha')).toBe(`Cluster alpha ${rest}`);
    expect(messageFor(true, 'alpha', 'beta', 'gamma')).toBe(
      `Cluster alpha and 2 more ${rest}`,
    );
    expect(messageFor(false, 'alpha', 'beta')).toBe(`A cluster ${rest}`);
  });

  it('misses nothing of a cluster that was told without a reading', () => {
    expect(() =>
      requireTold([cluster('alpha', false)], {
        now: [],
        view: { mayListClusters: true },
      }),
    ).not.toThrow();
  });
});
