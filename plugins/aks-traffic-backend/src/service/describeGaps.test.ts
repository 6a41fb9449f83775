import { describeGaps, describeLinkGaps } from './describeGaps';

const staleness = {
  now: new Date('2026-11-22T10:00:00.000Z'),
  staleAfterMs: 900_000,
};

describe('describeGaps', () => {
  it('says that nobody has looked for clusters yet', () => {
    expect(describeGaps(undefined)).toEqual([
      'Clusters have not been looked for yet.',
    ]);
  });
});

describe('describeLinkGaps', () => {
  it('says that the catalog has not been read yet', () => {
    expect(describeLinkGaps(undefined, staleness)).toEqual([
      expect.stringContaining('has not been read yet'),
    ]);
  });

  it('says since when the catalog could not be read', () => {
    expect(describeLinkGaps('2026-11-22T09:44:59.000Z', staleness)).toEqual([
      expect.stringContaining('2026-11-22T09:44:59.000Z'),
    ]);
  });

  it('has nothing to say of a fresh look', () => {
    expect(describeLinkGaps('2026-11-22T09:45:00.000Z', staleness)).toEqual([]);
  });
});
