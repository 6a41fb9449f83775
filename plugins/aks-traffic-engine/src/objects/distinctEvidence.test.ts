import { Evidence } from 'backstage-plugin-aks-traffic-common';
import fc from 'fast-check';
import { distinctEvidence } from './distinctEvidence';

const text = fc.constantFrom('a', 'b');
const evidence: fc.Arbitrary<Evidence> = fc.record({
  object: fc.oneof(
    fc.record({ armId: text }),
    fc.record(
      { apiVersion: text, kind: text, namespace: text, name: text },
      { requiredKeys: ['apiVersion', 'kind', 'name'] },
    ),
  ),
  field: text,
  value: text,
  meaning: text,
});

describe('distinctEvidence', () => {
  it('keeps the first of everything that says the same, and nothing else', () => {
    const keyOf = ({ object, field, value, meaning }: Evidence) =>
      JSON.stringify([
        'armId' in object
          ? [object.armId]
          : [object.apiVersion, object.kind, object.namespace, object.name],
        field,
        value,
        meaning,
      ]);
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 40 }), all => {
        const first = new Map<string, Evidence>();
        for (const entry of all) {
          first.set(keyOf(entry), first.get(keyOf(entry)) ?? entry);
        }
        const distinct = distinctEvidence(all);
        expect(distinct).toEqual([...first.values()]);
        expect(distinct.every(entry => all.includes(entry))).toBe(true);
      }),
    );
  });
});
