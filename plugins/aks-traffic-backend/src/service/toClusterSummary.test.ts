import { StoredCluster } from '../store/types';
import { toClusterSummary } from './toClusterSummary';

const now = new Date('2026-11-22T09:00:00Z');

function summaryOf(cluster: Partial<StoredCluster>) {
  return toClusterSummary(
    { name: 'shop', source: 'azure', services: 0, failureGaps: [], ...cluster },
    { now, staleAfterMs: 60_000 },
  );
}

describe('toClusterSummary', () => {
  it('says nothing about a reading that nobody has asked for', () => {
    expect(summaryOf({}).reading).toBeUndefined();
  });

  it('tells a reading that waits from one that is under way', () => {
    expect(summaryOf({ requestedAt: '2026-11-22T08:59:59Z' }).reading).toBe(
      'queued',
    );
    expect(summaryOf({ claimedUntil: '2026-11-22T09:01:00Z' }).reading).toBe(
      'under-way',
    );
  });

  it('does not believe a claim whose time is up', () => {
    expect(
      summaryOf({ claimedUntil: '2026-11-22T08:59:00Z' }).reading,
    ).toBeUndefined();
  });

  it('knows no way out where no service has one', () => {
    expect(summaryOf({}).egress).toEqual([]);
  });
});
