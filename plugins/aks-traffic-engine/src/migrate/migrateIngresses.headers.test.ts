import { KubernetesObject } from '../model/observation';
import { find, ingress, migrate, notesAbout } from './__testUtils__/migrations';

function configMap(
  data: Record<string, string>,
  namespace = 'shop',
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { namespace, name: 'headers' },
    data,
  };
}

const asking = ingress({ nginx: { 'custom-headers': 'shop/headers' } });

function filtersOf(result: ReturnType<typeof migrate>) {
  return find(result, 'HTTPRoute').spec.rules[0].filters;
}

describe('migrateIngresses', () => {
  describe('custom-headers', () => {
    it('sets the headers of the ConfigMap where that is at hand', () => {
      const result = migrate([
        asking,
        configMap({
          'X-Frame-Options': 'DENY',
          'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
        }),
      ]);

      expect(filtersOf(result)).toEqual([
        {
          type: 'ResponseHeaderModifier',
          responseHeaderModifier: {
            set: [
              {
                name: 'Strict-Transport-Security',
                value: 'max-age=31536000; includeSubDomains',
              },
              { name: 'X-Frame-Options', value: 'DENY' },
            ],
          },
        },
      ]);
      expect(notesAbout(result, 'custom-headers')).toEqual([
        expect.stringMatching(/^check: The route sets the headers/),
      ]);
    });

    it.each<[string, KubernetesObject[]]>([
      ['is not at hand', []],
      ['is another one', [configMap({ 'X-A': 'b' }, 'other')]],
      ['is empty', [configMap({})]],
    ])('is left to people where the ConfigMap %s', (_, objects) => {
      const result = migrate([asking, ...objects]);

      expect(filtersOf(result)).toBeUndefined();
      expect(notesAbout(result, 'custom-headers')).toEqual([
        expect.stringMatching(
          /^decide: Not carried over, and to be written by hand\./,
        ),
      ]);
    });

    it.each<[string, Record<string, string>]>([
      ['NGINX refuses the header X A', { 'X A': 'b', 'X-B': 'c' }],
      ['a variable of NGINX', { 'X-Id': '$request_id' }],
      ['names a header twice', { 'X-A': 'b', 'x-a': 'c' }],
      [
        '17 headers',
        Object.fromEntries(
          Array.from({ length: 17 }, (_, index) => [`X-${index}`, 'a']),
        ),
      ],
      ['too long', { 'X-A': 'a'.repeat(4097) }],
    ])('sets none of them and says why: %s', (why, data) => {
      const result = migrate([asking, configMap(data)]);

      expect(filtersOf(result)).toBeUndefined();
      expect(notesAbout(result, 'custom-headers')).toEqual([
        expect.stringContaining(why),
      ]);
    });
  });
});
