import { complete, service, unreachable } from '../../dev/fixtures/traffic';
import { coverageView, incompleteOf } from './coverage';

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
