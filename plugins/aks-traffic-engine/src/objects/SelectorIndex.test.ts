import fc from 'fast-check';
import { matchesSelector } from './labelSelector';
import { SelectorIndex } from './SelectorIndex';

const label = fc.constantFrom('app', 'tier', '__proto__');
const value = fc.constantFrom('a', 'b');
const selector = fc.oneof(
  fc.constant(undefined),
  fc.record(
    {
      matchLabels: fc.dictionary(label, value, { maxKeys: 2 }),
      matchExpressions: fc.array(
        fc.record({
          key: label,
          operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
          values: fc.array(value, { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
);

describe('SelectorIndex', () => {
  it('finds what trying every selector of the namespace finds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ namespace: fc.constantFrom('shop', 'pay'), selector }),
          { maxLength: 12 },
        ),
        fc.uniqueArray(fc.tuple(label, value), { selector: ([key]) => key }),
        (entries, pairs) => {
          const labels = new Map(pairs);
          const all = entries.map((entry, number) => ({
            ...entry,
            value: number,
          }));
          const found = new SelectorIndex(all).matching('shop', labels);
          expect(found.sort((left, right) => left - right)).toEqual(
            all
              .filter(
                entry =>
                  entry.namespace === 'shop' &&
                  matchesSelector(entry.selector, labels),
              )
              .map(entry => entry.value),
          );
        },
      ),
    );
  });
});
