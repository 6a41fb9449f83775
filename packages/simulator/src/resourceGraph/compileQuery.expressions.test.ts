import fc from 'fast-check';
import { compileQuery } from './compileQuery';
import {
  run,
  evaluate,
  problemsOf,
  quote,
  printable,
} from './__testUtils__/runQuery';

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
