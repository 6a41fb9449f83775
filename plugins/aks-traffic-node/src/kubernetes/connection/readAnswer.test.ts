import fc from 'fast-check';
import { KubernetesApiError } from '../KubernetesApiError';
import { readAnswer } from './readAnswer';

const headerValue = fc.oneof(
  fc.string(),
  fc.array(fc.string()),
  fc.constant(undefined),
);

const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 204, 301, 401, 403, 404, 410, 429, 500, 503),
    fc.integer({ min: 100, max: 599 }),
  ),
  headers: fc.record({
    'content-type': headerValue,
    'retry-after': headerValue,
  }),
  text: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map(text => text.slice(1)),
    fc
      .dictionary(
        fc.constantFrom('kind', 'metadata', 'message', '__proto__', 'items'),
        fc.jsonValue(),
      )
      .map(body => JSON.stringify({ kind: 'Status', ...body })),
  ),
});

describe('readAnswer', () => {
  it('makes an object or a described failure of whatever a server says', () => {
    fc.assert(
      fc.property(answer, given => {
        let outcome: unknown;
        try {
          outcome = readAnswer({
            answer: given as Parameters<typeof readAnswer>[0]['answer'],
            cluster: 'shop',
            resource: 'services',
            throughPlugin: false,
            now: new Date(0),
          });
        } catch (error) {
          outcome = error;
        }
        const isFailure = outcome instanceof KubernetesApiError;
        expect(isFailure || given.status === 200).toBe(true);
        expect(typeof outcome).toBe('object');
        const { message = '' } = outcome as Partial<Error>;
        expect(isFailure ? String(message).length : 0).toBeLessThan(500);
      }),
    );
  });

  it('does not take keys of every object for what a server said', () => {
    const read = (text: string) =>
      readAnswer({
        answer: { status: 200, headers: {}, text },
        cluster: 'shop',
        resource: 'services',
        throughPlugin: false,
        now: new Date(0),
      });
    const body = read('{"__proto__":{"items":[1]},"kind":"ServiceList"}');
    expect(body.items).toBeUndefined();
    expect(({} as Record<string, unknown>).items).toBeUndefined();
  });

  it.each([401, 403, 404, 410, 500])(
    'parses the body of a failure once at most: %s',
    status => {
      const parse = jest.spyOn(JSON, 'parse');
      try {
        expect(() =>
          readAnswer({
            answer: { status, headers: {}, text: '{"kind":"Status"}' },
            cluster: 'shop',
            resource: 'services',
            throughPlugin: true,
            now: new Date(0),
          }),
        ).toThrow(KubernetesApiError);
        expect(parse.mock.calls.length).toBeLessThanOrEqual(1);
      } finally {
        parse.mockRestore();
      }
    },
  );
});
