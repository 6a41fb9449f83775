import fc from 'fast-check';
import { StatusError } from '../status/StatusError';
import {
  decodeContinue,
  encodeContinue,
  isConsistentContinue,
} from './continueToken';

const token = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** The result, or the word for a refusal that a client is told properly. */
function outcomeOf(read: () => string): string {
  try {
    return read();
  } catch (error) {
    return error instanceof StatusError ? 'refused' : '';
  }
}

describe('continue tokens', () => {
  it('come back as they were, with and without a revision', () => {
    const part = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
    fc.assert(
      fc.property(
        part,
        part,
        fc.option(fc.integer({ min: 1 }), { nil: undefined }),
        (namespace, name, revision) => {
          const position = {
            ...(revision !== undefined && { revision }),
            start: `${namespace}/${name}\u0000`,
          };
          const encoded = encodeContinue(position);
          expect(decodeContinue(encoded)).toEqual(position);
          expect(isConsistentContinue(encoded)).toBe(revision !== undefined);
        },
      ),
    );
  });

  it.each([
    ['no base64', '{}'],
    ['no JSON', 'bm9uc2Vuc2U'],
    ['null', token(null)],
    ['another version', token({ v: 'v2', rv: 5, start: 'a' })],
    ['no revision', token({ v: 'meta.k8s.io/v1', start: 'a' })],
    ['revision 0', token({ v: 'meta.k8s.io/v1', rv: 0, start: 'a' })],
    ['no start', token({ v: 'meta.k8s.io/v1', rv: 5 })],
    ['a way out', token({ v: 'meta.k8s.io/v1', rv: 5, start: 'a/../../b' })],
  ])('are refused with 400: %s', (_what, value) => {
    expect(() => decodeContinue(value)).toThrow(/^invalid continue token/);
    expect(isConsistentContinue(value)).toBe(false);
  });

  it('are refused with a Status whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(token)), value => {
        const read = () => decodeContinue(value).start;
        expect(outcomeOf(read)).toMatch(/./);
      }),
    );
  });
});
