import fc from 'fast-check';
import { compileQuery } from './compileQuery';
import { Resource, run, problemsOf } from './__testUtils__/runQuery';

describe('mv-expand', () => {
  const resources: Resource[] = [
    { name: 'two', properties: { pools: [{ n: 1 }, { n: 2 }] } },
    { name: 'empty', properties: { pools: [] } },
    { name: 'none', properties: {} },
    { name: 'bag', properties: { pools: { x: 1, y: 2 } } },
  ];

  it('makes a row of each element, one of null and none of nothing', () => {
    expect(
      run(
        'resources | mv-expand pool = properties.pools | project name, pool',
        resources,
      ),
    ).toEqual([
      { name: 'two', pool: { n: 1 } },
      { name: 'two', pool: { n: 2 } },
      { name: 'none', pool: undefined },
      { name: 'bag', pool: { x: 1 } },
      { name: 'bag', pool: { y: 2 } },
    ]);
  });

  it('loses what is beyond 128 elements unless told a limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 450 }), size => {
        const many = [
          { properties: { pools: Array.from({ length: size }, () => 1) } },
        ];
        const count = (query: string) => run(query, many)[0].Count;
        expect(
          count('resources | mv-expand p = properties.pools | count'),
        ).toBe(Math.min(size, 128));
        expect(
          count('resources | mv-expand p = properties.pools limit 400 | count'),
        ).toBe(Math.min(size, 400));
      }),
      { numRuns: 20 },
    );
  });

  it('numbers the elements and casts them', () => {
    expect(
      run(
        "resources | where name == 'two' | mv-expand with_itemindex=i a = dynamic(['x', 1]) to typeof(string) | project a, i",
        resources,
      ),
    ).toEqual([
      { a: 'x', i: 0 },
      { a: '', i: 1 },
    ]);
  });

  it('replaces a column, and expands several side by side', () => {
    expect(
      run('resources | mv-expand tags, zones | project tags, zones', [
        { tags: ['a', 'b'], zones: ['1'] },
      ]),
    ).toEqual([
      { tags: 'a', zones: '1' },
      { tags: 'b', zones: undefined },
    ]);
  });
});

describe('join', () => {
  const resources: Resource[] = [
    { type: 'cluster', name: 'c1', kind: 'N1' },
    { type: 'cluster', name: 'c2', kind: 'n1' },
    { type: 'cluster', name: 'c3', kind: '' },
    { type: 'net', name: 'net1', kind: 'n1' },
    { type: 'net', name: 'net2', kind: '' },
  ];
  const nets = "(resources | where type == 'net' | project kind, net = name)";
  const clusters = "resources | where type == 'cluster' | project kind, name";

  it('compares keys with case, and joins the empty string with itself', () => {
    expect(
      run(`${clusters} | join kind=inner ${nets} on kind`, resources),
    ).toEqual([
      { kind: 'n1', name: 'c2', kind1: 'n1', net: 'net1' },
      { kind: '', name: 'c3', kind1: '', net: 'net2' },
    ]);
  });

  it('keeps left rows without partner when asked to', () => {
    expect(
      run(
        `${clusters} | join kind=leftouter ${nets} on $left.kind == $right.kind | project name, net`,
        resources,
      ),
    ).toEqual([
      { name: 'c1', net: '' },
      { name: 'c2', net: 'net1' },
      { name: 'c3', net: 'net2' },
    ]);
  });

  it('takes one left row for each key when no kind is given', () => {
    const rows = [...resources, { type: 'cluster', name: 'c4', kind: 'n1' }];
    expect(run(`${clusters} | join ${nets} on kind | count`, rows)).toEqual([
      { Count: 2 },
    ]);
    expect(
      run(`${clusters} | join kind=inner ${nets} on kind | count`, rows),
    ).toEqual([{ Count: 3 }]);
  });

  it('refuses keys that are dynamic', () => {
    expect(
      problemsOf('resources | join kind=inner (resources) on tags'),
    ).toEqual([expect.objectContaining({ code: 'SemanticError' })]);
  });
});

describe('summarize, distinct and union', () => {
  const resources: Resource[] = [
    { type: 'a', name: 'x', properties: { n: 1 } },
    { type: 'a', name: 'y' },
    { type: 'b', name: 'x', properties: { n: 3 } },
  ];

  it('groups, and names columns as Kusto does', () => {
    expect(
      run(
        'resources | summarize count(), names = make_set(name), countif(isnotempty(properties.n)) by type | order by type asc',
        resources,
      ),
    ).toEqual([
      { type: 'a', count_: 2, names: ['x', 'y'], countif_: 1 },
      { type: 'b', count_: 1, names: ['x'], countif_: 1 },
    ]);
  });

  it('gives one row for nothing, and none for nothing by something', () => {
    expect(run('resources | summarize n = count()')).toEqual([{ n: 0 }]);
    expect(run('resources | summarize n = count() by type')).toEqual([]);
  });

  it('refuses dynamic keys, as Resource Graph does', () => {
    for (const query of [
      'resources | summarize count() by properties.n',
      'resources | distinct tags',
      'resources | order by properties.n asc',
    ]) {
      expect(problemsOf(query)).toEqual([
        expect.objectContaining({ code: 'SemanticError' }),
      ]);
    }
  });

  it('keeps one of equal rows', () => {
    expect(run('resources | distinct name', resources)).toEqual([
      { name: 'x' },
      { name: 'y' },
    ]);
  });

  it('unites tables by the names of columns', () => {
    expect(
      run(
        "resources | where type == 'b' | project name | union (resources | where type == 'a' | project type)",
        resources,
      ),
    ).toEqual([
      { name: 'x', type: '' },
      { name: '', type: 'a' },
      { name: '', type: 'a' },
    ]);
    expect(run('union resources, resources | count', resources)).toEqual([
      { Count: 6 },
    ]);
  });
});

describe('order', () => {
  const resources: Resource[] = [
    { name: 'b', properties: { n: 2 } },
    { name: 'C', properties: {} },
    { name: 'a', properties: { n: 10 } },
  ];
  const names = (query: string) => run(query, resources).map(row => row.name);

  it('is descending unless told otherwise, with capitals before small letters', () => {
    expect(names('resources | order by name')).toEqual(['b', 'a', 'C']);
    expect(names('resources | sort by name asc')).toEqual(['C', 'a', 'b']);
  });

  it('has nulls at the low end unless told otherwise', () => {
    expect(names('resources | order by toint(properties.n) asc')).toEqual([
      'C',
      'b',
      'a',
    ]);
    expect(names('resources | order by toint(properties.n) desc')).toEqual([
      'a',
      'b',
      'C',
    ]);
    expect(
      names('resources | order by toint(properties.n) asc nulls last'),
    ).toEqual(['b', 'a', 'C']);
    expect(
      names('resources | order by toint(properties.n) desc nulls first'),
    ).toEqual(['C', 'a', 'b']);
  });

  it('cuts after sorting', () => {
    expect(names('resources | top 2 by name asc')).toEqual(['C', 'a']);
    expect(names('resources | order by name asc | take 1')).toEqual(['C']);
  });
});

describe('columns', () => {
  it('are those that Microsoft derives', () => {
    const { columns } = compileQuery(
      "resources | extend n = array_length(zones) | project-away properties, s* | project id, n, on = tobool(tags.x), tags.y, p = pack('a', id)",
    );
    expect(columns).toEqual([
      { name: 'id', type: 'string' },
      { name: 'n', type: 'long' },
      { name: 'on', type: 'bool' },
      { name: 'tags_y', type: 'dynamic' },
      { name: 'p', type: 'dynamic' },
    ]);
  });

  it('are replaced by extend where they exist, seeing the row as it came in', () => {
    expect(
      run('resources | extend name = id, id = name | project id, name', [
        { id: 'I', name: 'N' },
      ]),
    ).toEqual([{ id: 'N', name: 'I' }]);
  });

  it('make a result pageable when it is not cut and one of them has an order', () => {
    const pageable = (query: string) => compileQuery(query).pageable;
    expect(pageable('resources | project id')).toBe(true);
    expect(pageable('resources | project tags')).toBe(false);
    expect(pageable('resources | take 5')).toBe(false);
    expect(pageable('resources | limit 5')).toBe(false);
  });
});

describe('parse', () => {
  it('takes strings apart', () => {
    expect(
      run(
        "resources | parse id with * '/resourceGroups/' group '/' rest | project group, rest",
        [{ id: '/s/resourceGroups/rg/x/y' }],
      ),
    ).toEqual([{ group: 'rg', rest: 'x/y' }]);
  });
});
