import fc from 'fast-check';
import { describeAzureError } from './describeAzureError';

const text = fc.oneof(
  fc.constantFrom(
    'AuthenticationError',
    'AbortError',
    'PARSE_ERROR',
    'endpoints_resolution_error',
    'Bearer planted-token-of-azure',
    'a\nsecond line',
    '\u001b[31m',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 2_000 }),
);

/** What the SDK throws, with whatever Azure or what stands before it answered. */
const failure = fc
  .record(
    {
      name: text,
      message: text,
      statusCode: fc.oneof(
        fc.constantFrom(401, 403, 429, 500),
        fc.jsonValue({ maxDepth: 1 }),
      ),
      code: fc.oneof(text, fc.jsonValue({ maxDepth: 1 })),
      details: fc.oneof(
        fc.jsonValue({ maxDepth: 3 }),
        fc.record({
          error: fc.oneof(
            fc.record({
              details: fc.array(
                fc.record({ message: fc.oneof(text, fc.integer()) }),
              ),
            }),
            fc.jsonValue({ maxDepth: 2 }),
          ),
        }),
      ),
    },
    { requiredKeys: ['message'] },
  )
  .map(({ message, ...fields }) => Object.assign(new Error(message), fields));

describe('describeAzureError, of any failure,', () => {
  it('is one short sentence without what was sent', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          failure,
          fc.anything().filter(each => each !== undefined),
        ),
        error => {
          const sentence = describeAzureError(error);

          expect(sentence).not.toBe('');
          expect(sentence.length).toBeLessThan(3_000);
          expect(sentence).not.toContain('planted-token');
        },
      ),
    );
  });
});
