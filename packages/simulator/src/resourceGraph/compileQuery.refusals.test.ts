import fc from 'fast-check';
import { problemsOf, printable } from './__testUtils__/runQuery';

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
