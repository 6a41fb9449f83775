import { judgeMissingCluster, MissingCluster } from './judgeMissingCluster';

const subscription = '00000000-0000-0000-0000-000000000001';

function missing(overrides: Partial<MissingCluster> = {}): MissingCluster {
  return {
    subscription,
    missingSince: '2026-11-22T10:00:00.000Z',
    visibleSubscriptions: new Set([subscription]),
    complete: true,
    previousComplete: true,
    now: new Date('2026-11-22T11:00:00Z'),
    ...overrides,
  };
}

describe('judgeMissingCluster', () => {
  it('deletes a cluster that two complete discoveries in a row and for an hour did not list', () => {
    expect(judgeMissingCluster(missing())).toEqual({ fate: 'delete' });
  });

  it('deletes a cluster outside Azure the same way', () => {
    expect(judgeMissingCluster(missing({ subscription: undefined }))).toEqual({
      fate: 'delete',
    });
  });

  it.each([
    ['it is missed for the first time', { missingSince: undefined }],
    [
      'it is missing for less than an hour',
      { now: new Date('2026-11-22T10:59:59Z') },
    ],
    ['the discovery before was not complete', { previousComplete: false }],
    ['this discovery is not complete', { complete: false }],
    [
      'nothing of its subscription is visible any more',
      { visibleSubscriptions: new Set<string>() },
    ],
  ])('keeps a cluster when %s', (_, overrides) => {
    expect(judgeMissingCluster(missing(overrides))).toEqual({
      fate: 'keep',
      reason: expect.stringMatching(/\.$/),
    });
  });

  it('forgets a cluster whose subscription stays invisible for more than a week', () => {
    expect(
      judgeMissingCluster(
        missing({
          visibleSubscriptions: new Set(),
          now: new Date('2026-11-29T10:00:01Z'),
        }),
      ),
    ).toEqual({ fate: 'delete' });
  });
});
