import fc from 'fast-check';
import { labelRequirement } from '../../__testUtils__/labelArbitraries';
import { resultOrErrorName } from '../../__testUtils__/resultOrErrorName';
import { parseLabelSelector } from './parseLabelSelector';
import { LabelRequirement } from './types';

const inA = (...values: string[]) => ({ operator: 'in', key: 'a', values });

describe('parseLabelSelector', () => {
  it.each<[string, object[]]>([
    ['a=b', [inA('b')]],
    ['a==b', [inA('b')]],
    ['a = b', [inA('b')]],
    ['a=', [inA('')]],
    ['a=,c', [inA(''), { operator: 'exists', key: 'c' }]],
    ['a!=b', [{ operator: 'not-in', key: 'a', values: ['b'] }]],
    ['a', [{ operator: 'exists', key: 'a' }]],
    ['!a', [{ operator: 'does-not-exist', key: 'a' }]],
    ['! a', [{ operator: 'does-not-exist', key: 'a' }]],
    ['a in (b,c)', [inA('b', 'c')]],
    ['a in(b , c)', [inA('b', 'c')]],
    ['a in (b,b)', [inA('b')]],
    ['a in (,b)', [inA('', 'b')]],
    ['a in (b,)', [inA('b', '')]],
    ['a in (b,,c)', [inA('b', '', 'c')]],
    ['a in (,)', [inA('')]],
    ['a notin (b)', [{ operator: 'not-in', key: 'a', values: ['b'] }]],
    ['a>1', [{ operator: 'greater-than', key: 'a', bound: 1n }]],
    ['a < 9', [{ operator: 'less-than', key: 'a', bound: 9n }]],
    ['in', [{ operator: 'exists', key: 'in' }]],
    [
      'in in (in,notin)',
      [{ operator: 'in', key: 'in', values: ['in', 'notin'] }],
    ],
    ['a=in', [inA('in')]],
    ['a\t=\r\nb', [inA('b')]],
    [
      'app.kubernetes.io/name=web',
      [{ operator: 'in', key: 'app.kubernetes.io/name', values: ['web'] }],
    ],
    [
      'a=b,!c,d in (e)',
      [
        inA('b'),
        { operator: 'does-not-exist', key: 'c' },
        { operator: 'in', key: 'd', values: ['e'] },
      ],
    ],
  ])('reads %p', (selector, requirements) => {
    expect(parseLabelSelector(selector)).toEqual(requirements);
  });

  it.each([
    '',
    ' ',
    ',',
    ',a',
    'a,',
    'a,,b',
    'a b',
    'a=b c',
    'a===b',
    '!a=b',
    '!!a',
    '!',
    'a in',
    'a in b',
    'a in ()',
    'a in (b',
    'a in (b c)',
    'a in (b))',
    'a in (=)',
    'a=(b)',
    '(a)',
    '=b',
    'a>',
    'a>b',
    'a>9223372036854775808',
    'a~b',
    '-a=b',
    'a=-b',
    'A.b/c/d=e',
    'UPPER.io/a=b',
    '/a=b',
    'a/=b',
    `${'x'.repeat(64)}=b`,
    `a=${'x'.repeat(64)}`,
    `${'x'.repeat(254)}/a`,
    'a\u00a0=b',
    '"a"=b',
    "a='b'",
    'ä=b',
  ])('refuses %p', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('says what was expected', () => {
    expect(() => parseLabelSelector('app in web')).toThrow(
      "expected '(' and found 'web'",
    );
  });

  it('reads back whatever is written in the grammar', () => {
    fc.assert(
      fc.property(
        fc.array(labelRequirement, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', ' ', '\t \n'),
        (requirements, space) => {
          const text = requirements
            .map(requirement => write(requirement, space))
            .join(`${space},${space}`);
          expect(parseLabelSelector(text)).toEqual(requirements);
        },
      ),
    );
  });

  it('never hangs or fails in another way on arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ab1-./ =!(),<>in\u0000\u00a0'),
          maxLength: 30,
        }),
        selector => {
          const outcome = resultOrErrorName(
            () => parseLabelSelector(selector).length > 0,
          );
          expect([true, 'InputError']).toContain(outcome);
        },
      ),
    );
  });
});

function write(requirement: LabelRequirement, space: string): string {
  const { key } = requirement;
  switch (requirement.operator) {
    case 'exists':
      return key;
    case 'does-not-exist':
      return `!${space}${key}`;
    case 'greater-than':
      return `${key}${space}>${space}${requirement.bound}`;
    case 'less-than':
      return `${key}${space}<${space}${requirement.bound}`;
    default: {
      const word = requirement.operator === 'in' ? 'in' : 'notin';
      const values = requirement.values.join(`${space},${space}`);
      return `${key} ${word}${space}(${space}${values}${space})`;
    }
  }
}
