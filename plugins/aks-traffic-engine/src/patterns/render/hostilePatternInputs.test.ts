import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { patterns } from '../patterns';
import { inputs } from './__testUtils__/inputs';
import { patternProblems } from './patternProblems';
import { renderPattern } from './renderPattern';

const text = fc.oneof(
  fc.constantFrom(
    'on',
    'no',
    '1e3',
    'shop',
    '__proto__',
    'constructor',
    '../../etc',
    'shop.contoso.com',
    '*.contoso.com',
    '10.0.0.0/8',
    '::/0',
    'a\n---\nkind: Secret',
    '{a: b}',
    '&a',
    '\u202e',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** What a form may send for a pattern: what fits, but for some of it. */
const given = fc
  .record(
    {
      name: text,
      namespace: text,
      image: text,
      port: fc.oneof(fc.integer(), fc.double()),
      healthPath: text,
      host: text,
      stagingHost: text,
      certificate: fc.oneof(
        fc.record({ secret: text }),
        fc.record({ keyVaultUri: text, serviceAccount: text }),
      ),
      staticEgress: text,
      egressHosts: fc.array(text, { maxLength: 2 }),
      callers: fc.array(text, { maxLength: 2 }),
      sourceRanges: fc.array(text, { maxLength: 2 }),
      meshRevision: text,
      applicationLoadBalancer: fc.record({ namespace: text, name: text }),
      firewallPolicyId: text,
      privateLinkSubnet: text,
      privateLinkAutoApproval: fc.array(text, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .chain(hostile =>
    fc
      .subarray(Object.keys(hostile) as (keyof typeof hostile)[], {
        maxLength: 3,
      })
      .map(keys => Object.fromEntries(keys.map(key => [key, hostile[key]]))),
  );

describe('patterns, for any inputs,', () => {
  it('are refused in words, or rendered to files of their own with nothing but their kinds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.constantFrom('public', 'internal', 'cluster-only' as const),
        given,
        ({ id }, exposure, hostile) => {
          const asked = { ...inputs, exposure, ...hostile } as Parameters<
            typeof renderPattern
          >[1];
          const files =
            patternProblems(id, asked).length > 0
              ? []
              : renderPattern(id, asked);

          for (const { path, content } of files) {
            expect(path).toMatch(/^(base|overlays\/[a-z]+)\/[a-z-]+\.yaml$/);
            const documents = [
              parseAllDocuments(content, { version: '1.1' }),
            ].flat();
            for (const document of documents) {
              expect(document.errors).toEqual([]);
              expect(document.toJS().kind).not.toBe('Secret');
              expect(typeof document.toJS().kind).toBe('string');
            }
          }
        },
      ),
    );
  });
});
