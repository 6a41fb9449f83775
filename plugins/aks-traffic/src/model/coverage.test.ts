import {
  complete,
  service,
  traffic,
  unreachable,
} from '../../dev/fixtures/traffic';
import {
  coverageView,
  incompleteOf,
  isWhole,
  Reading,
  readingOf,
} from './coverage';

describe('coverageView', () => {
  it('tells clusters that were searched from clusters that were never read', () => {
    const coverage = [complete('home'), complete('other'), unreachable('dark')];
    const view = coverageView({
      traffic: { coverage },
      services: [service({ cluster: 'home' })],
    });
    expect(view).toEqual({
      hosting: [coverage[0]],
      searched: [coverage[1]],
      unread: [coverage[2]],
    });
  });

  it('keeps a cluster with services among those that have them, however badly it is read now', () => {
    const view = coverageView({
      traffic: { coverage: [unreachable('home')] },
      services: [service({ cluster: 'home' })],
    });
    expect(view.hosting).toHaveLength(1);
    expect(view.unread).toHaveLength(0);
  });
});

describe('incompleteOf', () => {
  it('leaves out what was read whole and puts the worst first', () => {
    const partial = { ...complete('b'), state: 'partial' } as const;
    const stale = { ...complete('c'), state: 'stale' } as const;
    expect(
      incompleteOf([complete('a'), partial, stale, unreachable('d')]),
    ).toEqual([unreachable('d'), stale, partial]);
  });
});

describe('readingOf', () => {
  it('takes an answer without gaps, as older backends give it, for a whole list', () => {
    const coverage = [complete('a')];
    expect(readingOf(traffic({ coverage, gaps: undefined }))).toEqual({
      clusters: coverage,
      gaps: [],
    });
  });
});

describe('isWhole', () => {
  it('is true when every cluster is known and was read whole and lately', () => {
    expect(isWhole({ clusters: [complete('a')], gaps: [] })).toBe(true);
  });

  it.each<[string, Reading]>([
    ['there is no cluster', { clusters: [], gaps: [] }],
    [
      'a cluster was never read',
      { clusters: [complete('a'), unreachable('b')], gaps: [] },
    ],
    [
      'a cluster is stale',
      { clusters: [{ ...complete('a'), state: 'stale' }], gaps: [] },
    ],
    [
      'a cluster was partly read',
      { clusters: [{ ...complete('a'), state: 'partial' }], gaps: [] },
    ],
    [
      'clusters may be missing from the list',
      { clusters: [complete('a')], gaps: ['A subscription is not visible.'] },
    ],
  ])('is false when %s', (_case, reading) => {
    expect(isWhole(reading)).toBe(false);
  });
});
