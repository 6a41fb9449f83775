import fc from 'fast-check';
import { compileQuery } from './compileQuery';
import { QueryError } from './problems';
import { RESOURCE_COLUMNS } from './schema';
import { emptyOf, Table, Value } from './values';

type Resource = Partial<Record<string, Value>>;

function tableOf(resources: Resource[]): Table {
  return {
    columns: [...RESOURCE_COLUMNS],
    rows: resources.map(resource =>
      RESOURCE_COLUMNS.map(({ name, type }) => resource[name] ?? emptyOf(type)),
    ),
  };
}

/** Runs a query and gives each row as an object. */
function run(query: string, resources: Resource[] = []) {
  const compiled = compileQuery(query);
  const { columns, rows } = compiled.run(name =>
    name === 'resources' ? tableOf(resources) : tableOf([]),
  );
  return rows.map(row =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])),
  );
}

/** The value of an expression over one resource. */
function evaluate(expression: string, resource: Resource = {}) {
  const [row] = run(`resources | project result = ${expression}`, [resource]);
  return row.result;
}

function problemsOf(query: string) {
  try {
    compileQuery(query);
    return [];
  } catch (error) {
    if (error instanceof QueryError) {
      return error.problems;
    }
    throw error;
  }
}

/** A KQL string literal. */
function quote(text: string): string {
  return `'${text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')}'`;
}

const printable = fc.string({ unit: 'grapheme-ascii' });

describe('literals and paths', () => {
  it.each([
    ["'it''s'", 'its'],
    ["'it\\'s'", "it's"],
    ["@'c:\\x'", 'c:\\x'],
    ['1.5', 1.5],
    ['-3', -3],
    ['bool(null)', undefined],
    ['int(7)', 7],
    ['dynamic({"a":[1,null,true]})', { a: [1, null, true] }],
    ['dynamic(null)', undefined],
  ])('reads %s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });

  it('reads back every string that is quoted with backslashes', () => {
    fc.assert(
      fc.property(printable, text => {
        expect(evaluate(quote(text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('walks into bags and arrays, and finds null where there is nothing', () => {
    const resource = {
      properties: { a: [{ 'b c': 1 }, { 'b c': 2 }], none: null },
      tags: { 'k8s-azure-service': 'ns/name' },
    };
    expect(evaluate("properties.a[0]['b c']", resource)).toBe(1);
    expect(evaluate("properties.a[-1]['b c']", resource)).toBe(2);
    expect(evaluate("tags['k8s-azure-service']", resource)).toBe('ns/name');
    expect(evaluate('properties.a.b.c', resource)).toBeUndefined();
    expect(evaluate('properties.none', resource)).toBeUndefined();
    expect(evaluate('isnull(properties.none)', resource)).toBe(true);
  });

  it('does not find what every JavaScript object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(evaluate(`properties['${name}']`, { properties: {} })).toBe(
        undefined,
      );
    }
  });
});

describe('comparisons', () => {
  const resource = {
    name: 'Aks-Shop',
    properties: { on: true, text: 'true', size: 5, zero: 0 },
  };

  it.each([
    ["name == 'aks-shop'", false],
    ["name =~ 'aks-shop'", true],
    ["name !~ 'aks-shop'", false],
    ["name in ('aks-shop', 'x')", false],
    ["name in~ ('aks-shop', 'x')", true],
    ["name !in~ ('aks-shop')", false],
    ["name in (dynamic(['Aks-Shop']))", true],
    ["name has 'SHOP'", true],
    ["name has 'sho'", false],
    ["name !has 'sho'", true],
    ["name has_cs 'SHOP'", false],
    ["name contains 'S-SH'", true],
    ["name contains_cs 'S-SH'", false],
    ["name startswith 'AKS'", true],
    ["name !endswith 'shop'", false],
    ["name hasprefix 'sho'", true],
    ["name has_any ('x', 'aks')", true],
    ["name has_all ('x', 'aks')", false],
    ["name matches regex '^Aks-[A-Z]'", true],
    ["name matches regex '(?i)^aks'", true],
    ['properties.on == true', true],
    ["properties.on == 'true'", true],
    ["properties.text == 'true'", true],
    ['properties.size > 4', true],
    ['properties.size == 5', true],
    ['properties.none == 5', false],
    ['properties.none != 5', true],
    ["properties.none != 'x'", true],
    ['properties.none > 5', undefined],
    ["properties.none =~ ''", true],
    ['isnull(properties.none == int(null))', true],
    ['not(properties.none > 5)', undefined],
    ['properties.none > 5 or true', true],
    ['properties.none > 5 and true', false],
  ])('%s is %j', (expression, expected) => {
    expect(evaluate(expression, resource)).toBe(expected);
  });

  it('leaves rows out for which the condition is null', () => {
    expect(run('resources | where properties.none > 5', [resource])).toEqual(
      [],
    );
    expect(
      run('resources | where not(properties.none > 5)', [resource]),
    ).toEqual([]);
  });

  it('cannot compare dynamic with dynamic', () => {
    expect(problemsOf('resources | where properties.a == tags.b')).toEqual([
      expect.objectContaining({ code: 'SemanticError', column: 19 }),
    ]);
  });

  it('agrees with the search of strings for every text', () => {
    fc.assert(
      fc.property(printable, printable, (text, part) => {
        const lower = text.toLowerCase();
        const resources = [{ name: text }];
        const [row] = run(
          `resources | project c = name contains ${quote(
            part,
          )}, s = name startswith ${quote(part)}, e = name =~ ${quote(part)}`,
          resources,
        );
        expect(row).toEqual({
          c: lower.includes(part.toLowerCase()),
          s: lower.startsWith(part.toLowerCase()),
          e: lower === part.toLowerCase(),
        });
      }),
      { numRuns: 50 },
    );
  });

  it('takes a quoted hostile value as a value', () => {
    const hostile = "' or 1==1 | union resources //";
    const compiled = compileQuery(
      `resources | where name == ${quote(hostile)} | project name`,
    );
    expect(compiled.operators).toEqual(['where', 'project']);
  });
});

describe('functions', () => {
  const resource = {
    id: '/subscriptions/s/resourceGroups/RG/x',
    properties: { list: ['a', 'b'], bag: { k: 1 }, n: '12', flag: 'True' },
  };

  it.each([
    ['tostring(properties.list)', '["a","b"]'],
    ['tostring(properties.none)', ''],
    ['tobool(properties.flag)', true],
    ['tobool(properties.none)', undefined],
    ['toint(properties.n)', 12],
    ['toint(properties.flag)', undefined],
    ['tolower(id)', '/subscriptions/s/resourcegroups/rg/x'],
    ['array_length(properties.list)', 2],
    ['array_length(properties.bag)', undefined],
    ['coalesce(properties.none, properties.list)', ['a', 'b']],
    ["coalesce(tostring(properties.none), 'x')", 'x'],
    ["iff(properties.none > 1, 'a', 'b')", 'b'],
    ["case(false, 'a', true, 'b', 'c')", 'b'],
    ["case(false, 'a', false, 'b', 'c')", 'c'],
    ['isempty(properties.none)', true],
    ['isnotempty(properties.bag)', true],
    ["bag_pack('a', 1, 'b', properties.none)", { a: 1, b: null }],
    ["pack('a', name)", { a: '' }],
    ["pack_array(1, 'b')", [1, 'b']],
    ["bag_merge(properties.bag, dynamic({'k':2,'l':3}))", { k: 1, l: 3 }],
    ['bag_keys(properties.bag)', ['k']],
    ["strcat('a', 1, properties.none)", 'a1'],
    ["strcat_array(properties.list, '+')", 'a+b'],
    ["split(id, '/')[4]", 'RG'],
    ["extract('/resourceGroups/([^/]+)', 1, id)", 'RG'],
    ["trim('/', '//x/')", 'x'],
    ["replace_string('a.b.c', '.', '$&')", 'a$&b$&c'],
    ["substring('abcdef', 2, 3)", 'cde'],
    ["substring('abcdef', -2)", 'ef'],
    ["indexof('abc', 'c')", 2],
    ["strlen('äöü')", 3],
    ["set_has_element(properties.list, 'b')", true],
    ['parse_json(\'{"a":1}\').a', 1],
    ["array_concat(properties.list, dynamic(['c']))", ['a', 'b', 'c']],
    ['array_slice(properties.list, 1, 1)', ['b']],
    ['7 / 2', 3],
    ['7.0 / 2', 3.5],
    ['-14 % 12', 10],
    ['1 / 0', undefined],
    ['min_of(3, 1, 2)', 1],
  ])('%s is %j', (expression, expected) => {
    expect(evaluate(expression, resource)).toEqual(expected);
  });

  it('refuses the ones it does not evaluate instead of guessing', () => {
    for (const call of ['hash(id)', 'now()', 'parse_url(id)']) {
      expect(problemsOf(`resources | project x = ${call}`)).toEqual([
        expect.objectContaining({
          code: 'UnsupportedBySimulator',
          line: 1,
          column: 25,
        }),
      ]);
    }
  });
});

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

describe('refusals', () => {
  const join = ' | join kind=inner (resources) on id | project id';
  const expand = ' | mv-expand tags';

  it.each([
    ['resources | wher name', 'ParserFailure', 1, 13, 'wher'],
    ["resources | where name == 'x", 'ParserFailure', 1, 29, '<EOF>'],
    ['resources |\n  where nme == 1', 'SemanticError', 2, 9, 'nme'],
    ['nothere | take 1', 'InvalidTable', 1, 1, 'nothere'],
    ['resources | where foo(id)', 'UnknownFunction', 1, 19, 'foo'],
    ['resources | where tags.x', 'SemanticError', 1, 19, 'tags.x'],
    ["where name == 'a'", 'ParserFailure', 1, 1, 'where'],
    ['resources | render table', 'InvalidQueryLanguage', 1, 13, 'render'],
    [
      'resources | project-rename n = name',
      'InvalidQueryLanguage',
      1,
      13,
      'project-rename',
    ],
    ['let x = 1; resources | take 1', 'InvalidQueryLanguage', 1, 1, 'let'],
    [
      'resources | join kind=leftsemi (resources) on id',
      'UnsupportedJoinFlavor',
      1,
      23,
      'leftsemi',
    ],
    [
      'resources | join hint.strategy=broadcast (resources) on id',
      'DisallowedLogicalOperator',
      1,
      18,
      'hint.strategy=broadcast',
    ],
    [
      `resources${join}${join}${join}${join}`,
      'DisallowedLogicalOperator',
      1,
      160,
      'join kind=inner (resources) on id',
    ],
    [
      `resources${expand}${expand}${expand}${expand}`,
      'DisallowedLogicalOperator',
      1,
      64,
      'mv-expand tags',
    ],
    [
      'resources | mv-expand tags limit 401',
      'DisallowedLogicalOperator',
      1,
      34,
      '401',
    ],
    [
      'resources | union resources, resources | union resources, resources',
      'DisallowedLogicalOperator',
      1,
      59,
      'resources',
    ],
    [
      'resources | join kind=inner (advisorresources) on id | project id | join kind=inner (healthresources) on id',
      'DisallowedMaxNumberOfRemoteTables',
      1,
      69,
      'join kind=inner (healthresources) on id',
    ],
    ['// nothing', 'ParserFailure', 1, 1, '//'],
    ['resources; resources', 'ParserFailure', 1, 1, 'resources;'],
  ])('%s gets %s at its place', (query, code, line, column, token) => {
    expect(problemsOf(query)[0]).toMatchObject({ code, line, column, token });
  });

  it('do not hit what is just within the limits', () => {
    expect(problemsOf(`resources${join}${join}${join}`)).toEqual([]);
    expect(problemsOf(`resources${expand}${expand}${expand}`)).toEqual([]);
    expect(problemsOf('resources | mv-expand tags limit 400')).toEqual([]);
    expect(problemsOf('Resources | take 1')).toEqual([]);
  });

  it('have a place, whatever is written', () => {
    fc.assert(
      fc.property(printable, noise => {
        const query = `resources | where name == 'a' ${noise}`;
        const problems = problemsOf(query);
        for (const problem of problems) {
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.column).toBeGreaterThan(0);
          expect(problem.token).not.toBe('');
        }
      }),
      { numRuns: 100 },
    );
  });
});
