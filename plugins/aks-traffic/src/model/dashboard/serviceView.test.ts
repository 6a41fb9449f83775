import {
  isFiltered,
  parseServiceView,
  serviceViewParameters,
  ServiceView,
  toggleValue,
  withFilter,
} from './serviceView';

function parse(query: string): ServiceView {
  return parseServiceView(new URLSearchParams(query));
}

const shared: ServiceView = {
  filter: {
    owner: ['group:default/team, with a comma', ''],
    catalogSystem: ['system:default/web-shop', ''],
    system: ['ingress-nginx', 'none'],
    risk: ['critical'],
    search: 'a&b=c?#',
  },
  orderBy: { field: 'deadline', order: 'asc' },
  pageSize: 100,
  page: 3,
  cursor: 'b3BhcXVl+/=',
};

describe('parseServiceView', () => {
  it('reads back what was written', () => {
    expect(parse(serviceViewParameters(shared).toString())).toEqual(shared);
  });

  it('is the first page of everything when the address says nothing', () => {
    expect(parse('')).toEqual({
      filter: {},
      orderBy: undefined,
      pageSize: 25,
      page: 1,
      cursor: undefined,
    });
    expect(serviceViewParameters(parse('')).toString()).toBe('');
  });

  it('leaves out what it does not understand, and keeps the rest', () => {
    expect(
      parse(
        'risk=dreadful&risk=high&system=__proto__&orderBy=risk:sideways&pageSize=1000000&cluster=&exposure=toString',
      ),
    ).toEqual({ ...parse(''), filter: { risk: ['high'] } });
  });

  it('takes references in short, and leaves what is none for the backend to refuse', () => {
    expect(
      parse('owner=Team-Shop&owner=group:team-shop&catalogSystem=web-shop')
        .filter,
    ).toEqual({
      owner: ['group:default/team-shop'],
      catalogSystem: ['system:default/web-shop'],
    });
    expect(parse('owner=a/b/c').filter).toEqual({ owner: ['a/b/c'] });
  });

  it('does not claim to be on a page whose beginning it does not know', () => {
    expect(parse('page=7').page).toBe(1);
    expect(parse('page=-1&cursor=x').page).toBe(1);
    expect(parse('page=1e9&cursor=x').page).toBe(1);
    expect(parse('page=1&cursor=x')).toEqual(parse(''));
    expect(parse('cursor=x')).toEqual(parse(''));
  });

  it('keeps a value that stands twice once', () => {
    expect(parse('risk=high&risk=high').filter).toEqual({ risk: ['high'] });
  });
});

describe('toggleValue', () => {
  it('adds a value and takes it out again', () => {
    const filter = toggleValue({ risk: ['high'] }, 'risk', 'low');

    expect(filter.risk).toEqual(['high', 'low']);
    expect(toggleValue(filter, 'risk', 'high').risk).toEqual(['low']);
    expect(isFiltered(toggleValue({ owner: [''] }, 'owner', ''))).toBe(false);
  });
});

describe('withFilter', () => {
  it('begins at the first page of the new list and keeps the order', () => {
    expect(withFilter(shared, {})).toEqual({
      ...shared,
      filter: {},
      page: 1,
      cursor: undefined,
    });
  });
});
