import { searchParameters } from './searchParameters';

describe('searchParameters', () => {
  it('is empty when nothing is asked for', () => {
    expect(searchParameters({})).toBe('');
    expect(searchParameters({ cluster: undefined, owner: [] })).toBe('');
  });

  it('repeats the name for several values, and keeps an empty one', () => {
    expect(searchParameters({ owner: ['group:a,b', ''], limit: 5 })).toBe(
      '?owner=group%3Aa%2Cb&owner=&limit=5',
    );
  });

  it('keeps hostile text inside its value', () => {
    const hostile = 'a&limit=1#x?=%00\n';

    expect(
      new URLSearchParams(searchParameters({ search: hostile })).get('search'),
    ).toBe(hostile);
  });
});
