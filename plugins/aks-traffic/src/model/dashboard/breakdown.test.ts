import { SummaryItem } from 'backstage-plugin-aks-traffic-common';
import { barsOf, filterBeside } from './breakdown';

function itemOf(key: string, atRisk: number, clear: number): SummaryItem {
  return {
    key,
    services: atRisk + clear,
    byRisk: {
      critical: 0,
      high: atRisk,
      medium: 0,
      low: 0,
      info: 0,
      none: clear,
      unknown: 0,
    },
    byState: { 'at-risk': atRisk, moved: 0, unknown: 0, clear },
    waived: 0,
  };
}

describe('barsOf', () => {
  it('measures every bar by the longest one, and leaves states out that nothing is in', () => {
    const [first, second] = barsOf('owner', [
      itemOf('group:default/a', 6, 2),
      itemOf('group:default/b', 0, 4),
    ]);

    expect(first.segments).toEqual([
      { state: 'at-risk', services: 6, percent: 75 },
      { state: 'clear', services: 2, percent: 25 },
    ]);
    expect(second.segments).toEqual([
      { state: 'clear', services: 4, percent: 50 },
    ]);
  });

  it('calls services without an entry point what the filter calls them, and unowned ones too', () => {
    expect(barsOf('system', [itemOf('', 0, 1)])[0].value).toBe('none');
    expect(barsOf('owner', [itemOf('', 0, 1)])[0].value).toBe('');
  });

  it('draws nothing of nothing', () => {
    expect(barsOf('owner', [])).toEqual([]);
    expect(barsOf('owner', [itemOf('x', 0, 0)])[0].segments).toEqual([]);
  });
});

describe('filterBeside', () => {
  it('leaves the group itself out, so that another can be chosen', () => {
    expect(
      filterBeside('owner', { owner: ['a'], risk: ['high'], search: 'x' }),
    ).toEqual({ owner: undefined, risk: ['high'], search: 'x' });
  });
});
