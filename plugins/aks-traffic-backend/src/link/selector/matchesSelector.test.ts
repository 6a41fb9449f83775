import fc from 'fast-check';
import { labelRequirement, labels } from '../../__testUtils__/labelArbitraries';
import { matchesSelector } from './matchesSelector';
import { parseLabelSelector } from './parseLabelSelector';

const web = { app: 'web', tier: 'front', weight: '7' };

describe('matchesSelector', () => {
  it.each([
    'app=web',
    'app in (api,web)',
    'app!=api',
    'app notin (api)',
    'missing notin (a)',
    'missing!=a',
    'app',
    '!missing',
    'weight>6',
    'weight<8',
    'app=web,tier=front,!missing',
  ])('accepts by %p', selector => {
    expect(matchesSelector(web, parseLabelSelector(selector))).toBe(true);
  });

  it.each([
    'app=api',
    'app=',
    'app!=web',
    'app notin (web)',
    'missing',
    'missing=',
    '!app',
    'weight>7',
    'weight<7',
    'app>1',
    'missing<1',
    'app=web,tier=back',
  ])('rejects by %p', selector => {
    expect(matchesSelector(web, parseLabelSelector(selector))).toBe(false);
  });

  it('does not mistake inherited properties for labels', () => {
    expect(matchesSelector({}, parseLabelSelector('constructor'))).toBe(false);
    expect(matchesSelector({}, parseLabelSelector('!toString'))).toBe(true);
  });

  it('does not compare what no 64-bit number is', () => {
    const huge = { a: '99999999999999999999' };
    expect(matchesSelector(huge, parseLabelSelector('a>1'))).toBe(false);
  });

  it('says of each requirement the opposite of its negation', () => {
    const opposite = {
      in: 'not-in',
      'not-in': 'in',
      exists: 'does-not-exist',
      'does-not-exist': 'exists',
    } as const;
    fc.assert(
      fc.property(labels, labelRequirement, (set, requirement) => {
        fc.pre(requirement.operator in opposite);
        const negated = {
          ...requirement,
          operator: opposite[requirement.operator as keyof typeof opposite],
        } as typeof requirement;
        expect(matchesSelector(set, [negated])).toBe(
          !matchesSelector(set, [requirement]),
        );
      }),
    );
  });

  it('accepts by several requirements exactly what each of them accepts', () => {
    fc.assert(
      fc.property(labels, fc.array(labelRequirement), (set, requirements) => {
        expect(matchesSelector(set, requirements)).toBe(
          requirements.every(each => matchesSelector(set, [each])),
        );
      }),
    );
  });
});
