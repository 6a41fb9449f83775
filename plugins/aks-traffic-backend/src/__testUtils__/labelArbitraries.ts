import fc from 'fast-check';
import { LabelRequirement } from '../link/selector/types';

/** Few keys and values, so that requirements and labels often meet. */
export const labelKey = fc.constantFrom(
  'a',
  'b',
  'in',
  'app.kubernetes.io/name',
);

/** A valid label value, often a number, sometimes empty only in lists. */
export const labelValue = fc.constantFrom('x', 'y', 'Z-1.2_3', '5', '10');

/** A set of labels as an object carries it. */
export const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 4 });

const values = fc.uniqueArray(labelValue, { minLength: 1, maxLength: 3 });

/** Any requirement of the grammar. */
export const labelRequirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({
    operator: fc.constantFrom('exists' as const, 'does-not-exist' as const),
    key: labelKey,
  }),
  fc.record({
    operator: fc.constantFrom('in' as const, 'not-in' as const),
    key: labelKey,
    values,
  }),
  fc.record({
    operator: fc.constantFrom('greater-than' as const, 'less-than' as const),
    key: labelKey,
    bound: fc.bigInt({ min: 0n, max: 12n }),
  }),
);
