import { StoredCluster, StoredSnapshot } from '../store/types';
import { coverageOf } from './coverageOf';

const snapshot: StoredSnapshot = {
  coverage: 'complete',
  observedAt: '2026-11-22T10:00:00.000Z',
  analysedAt: '2026-11-22T10:00:01.000Z',
  gaps: [],
  knownKinds: [],
};

function coverage(cluster: Partial<StoredCluster>, now = '10:10') {
  return coverageOf(
    {
      name: 'alpha',
      source: 'azure',
      services: 0,
      failureGaps: [],
      ...cluster,
    },
    { now: new Date(`2026-11-22T${now}:00Z`), staleAfterMs: 15 * 60_000 },
  );
}

describe('coverageOf', () => {
  it('is what the snapshot says while that is fresh', () => {
    expect(coverage({ snapshot })).toEqual({
      cluster: 'alpha',
      state: 'complete',
      observedAt: '2026-11-22T10:00:00.000Z',
      gaps: [],
    });
    expect(
      coverage({
        snapshot: { ...snapshot, coverage: 'partial', gaps: ['No routes.'] },
      }),
    ).toMatchObject({ state: 'partial', gaps: ['No routes.'] });
  });

  it('is stale with the reason when the newest reading failed', () => {
    expect(
      coverage({
        snapshot: { ...snapshot, coverage: 'partial', gaps: ['No routes.'] },
        failureGaps: ['Connection refused.'],
      }),
    ).toEqual({
      cluster: 'alpha',
      state: 'stale',
      observedAt: '2026-11-22T10:00:00.000Z',
      gaps: ['Connection refused.', 'No routes.'],
    });
  });

  it('is stale when discovery does not list the cluster any more', () => {
    expect(
      coverage({
        snapshot,
        missing: { since: '2026-11-22T10:05:00.000Z', reason: 'Not found.' },
      }),
    ).toMatchObject({ state: 'stale', gaps: ['Not found.'] });
  });

  it('is stale by age alone when nobody reads any more', () => {
    expect(coverage({ snapshot }, '10:15')).toMatchObject({
      state: 'complete',
    });
    expect(coverage({ snapshot }, '10:16')).toMatchObject({
      state: 'stale',
      gaps: ['The last good reading is older than 15 minutes.'],
    });
  });

  it('says every reason once', () => {
    expect(
      coverage({
        snapshot: { ...snapshot, gaps: ['Same.'] },
        failureGaps: ['Same.'],
      }).gaps,
    ).toEqual(['Same.']);
  });

  it('is unreachable when there never was a good reading', () => {
    expect(coverage({ failureGaps: ['Connection refused.'] })).toEqual({
      cluster: 'alpha',
      state: 'unreachable',
      gaps: ['Connection refused.'],
    });
    expect(coverage({})).toMatchObject({
      state: 'unreachable',
      gaps: ['The cluster has not been read yet.'],
    });
  });

  it.each([
    [45_000, '45 seconds'],
    [90 * 60_000, '90 minutes'],
    [5 * 3_600_000, '5 hours'],
    [72 * 3_600_000, '3 days'],
  ])('calls %d milliseconds %p', (staleAfterMs, text) => {
    expect(
      coverageOf(
        {
          name: 'alpha',
          source: 'azure',
          services: 0,
          failureGaps: [],
          snapshot,
        },
        { now: new Date('2027-01-01T00:00:00Z'), staleAfterMs },
      ).gaps,
    ).toEqual([`The last good reading is older than ${text}.`]);
  });
});
