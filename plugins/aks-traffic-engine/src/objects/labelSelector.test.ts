import { matchesLabels, matchesSelector } from './labelSelector';

const labels = new Map([
  ['app', 'web'],
  ['tier', 'front'],
]);

describe('matchesLabels', () => {
  it('asks for every pair', () => {
    expect(matchesLabels(new Map([['app', 'web']]), labels)).toBe(true);
    expect(matchesLabels(new Map([['app', 'api']]), labels)).toBe(false);
    expect(matchesLabels(new Map([['gone', '']]), labels)).toBe(false);
  });
});

describe('matchesSelector', () => {
  it.each([
    [{}, true],
    [{ matchLabels: { app: 'web' } }, true],
    [{ matchLabels: { app: 'api' } }, false],
    [{ matchLabels: { app: 1 } }, false],
    [
      {
        matchExpressions: [
          { key: 'app', operator: 'In', values: ['web', 'api'] },
        ],
      },
      true,
    ],
    [
      {
        matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }],
      },
      false,
    ],
    [
      {
        matchExpressions: [{ key: 'gone', operator: 'NotIn', values: ['web'] }],
      },
      true,
    ],
    [{ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, true],
    [{ matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }, false],
    [{ matchExpressions: [{ key: 'tier', operator: 'Near' }] }, false],
    [{ matchExpressions: [{}] }, false],
    ['app=web', false],
    [undefined, false],
  ])('%j: %s', (selector, expected) => {
    expect(matchesSelector(selector, labels)).toBe(expected);
  });
});
