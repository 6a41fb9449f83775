import { StatusError } from '../status/StatusError';
import { parseListOptions } from './parseListOptions';

function refusal(query: string, verb: 'list' | 'watch') {
  try {
    parseListOptions(new URLSearchParams(query), verb);
  } catch (error) {
    return (error as StatusError).status;
  }
  return undefined;
}

describe('parseListOptions', () => {
  it('takes empty values for absent ones', () => {
    expect(
      parseListOptions(
        new URLSearchParams('continue=&resourceVersion=&limit='),
        'list',
      ),
    ).toMatchObject({
      continue: undefined,
      resourceVersion: undefined,
      limit: 0,
      selective: false,
    });
  });

  it.each([
    ['list', 'limit=ten', 400, 'strconv.ParseInt: parsing "ten"'],
    ['list', 'resourceVersion=abc', 400, 'Invalid value: "abc"'],
    ['list', 'resourceVersionMatch=Exact', 422, 'unless resourceVersion'],
    [
      'list',
      'resourceVersionMatch=Exact&resourceVersion=0',
      422,
      'forbidden for resourceVersion "0"',
    ],
    [
      'list',
      'resourceVersionMatch=Newest&resourceVersion=5',
      422,
      'supported values: "Exact", "NotOlderThan", ""',
    ],
    [
      'list',
      'resourceVersionMatch=Exact&resourceVersion=5&continue=abc',
      422,
      'forbidden when continue is provided',
    ],
    ['list', 'sendInitialEvents=true', 422, 'forbidden for list'],
    ['watch', 'sendInitialEvents=true', 422, 'requires setting'],
    [
      'watch',
      'resourceVersionMatch=NotOlderThan',
      422,
      'forbidden for watch unless sendInitialEvents is provided',
    ],
  ] as const)('refuses a %s with %s', (verb, query, code, message) => {
    expect(refusal(query, verb)).toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it('takes the options of a streamed list', () => {
    expect(
      refusal(
        'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true',
        'watch',
      ),
    ).toBeUndefined();
  });
});
