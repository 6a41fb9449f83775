import fc from 'fast-check';
import { labelRequirement, labels } from '../../__testUtils__/labelArbitraries';
import { matchesSelector } from './matchesSelector';
import { parseLabelSelector } from './parseLabelSelector';
import { toLookup } from './toLookup';

describe('toLookup', () => {
  it.each([
    ['a=x', { key: 'a', values: ['x'] }],
    ['a,b in (x,y)', { key: 'b', values: ['x', 'y'] }],
    ['b in (x,y),a=x,c=z', { key: 'a', values: ['x'] }],
    ['!a,b', { key: 'b' }],
    ['a>5', { key: 'a' }],
    ['!a,b!=x,c notin (y)', undefined],
  ])('for %p is %p', (selector, lookup) => {
    expect(toLookup(parseLabelSelector(selector))).toEqual(lookup);
  });

  it('never loses a match', () => {
    fc.assert(
      fc.property(
        labels,
        fc.array(labelRequirement, { minLength: 1, maxLength: 4 }),
        (set, requirements) => {
          fc.pre(matchesSelector(set, requirements));
          const lookup = toLookup(requirements);
          fc.pre(lookup !== undefined);
          expect(Object.keys(set)).toContain(lookup!.key);
          expect(lookup!.values ?? Object.values(set)).toContain(
            set[lookup!.key],
          );
        },
      ),
    );
  });
});
