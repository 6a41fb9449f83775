import fc from 'fast-check';
import { withoutCredentials } from './withoutCredentials';

describe('withoutCredentials', () => {
  it('leaves what servers say about a failure', () => {
    const said =
      'deployments.apps is forbidden: User "a" cannot list resource "deployments" in API group "apps" at the cluster scope';
    expect(withoutCredentials(said, ['token-of-the-reader'])).toBe(said);
  });

  it.each([
    'authorization: Bearer abc.def-ghi',
    'authorization: basic dXNlcjpwYXNz',
    'token eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2ln of nobody',
    'grant_type=client_credentials&client_secret=hunter2%2B&scope=x',
    '{"client_assertion": "hunter2", "a": 1}',
    'key -----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY----- end',
    'key -----BEGIN PRIVATE KEY-----\nhunter2',
    'said {"client_secret":"hun,ter2 hunter2"}',
    'said "{\\"client_secret\\":\\"hunter2\\"}"',
  ])('withholds what looks like a credential in %j', text => {
    const left = withoutCredentials(text);
    expect(left).toContain('(withheld)');
    expect(left).not.toMatch(/hunter2|abc\.def|dXNlcj|eyJ/);
  });

  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const base64url = (text: string) => Buffer.from(text).toString('base64url');
  const form = (text: string) => `${new URLSearchParams({ text })}`.slice(5);

  describe.each([
    ['base64', base64],
    ['base64 in a path', (text: string) => `/a/bc/${base64(text)}`],
    ['base64url', base64url],
    ['text of an address', encodeURIComponent],
    ['text of a form', form],
  ])('in %s', (_, encode) => {
    it.each([
      'GET /api?a=b | authorization: Bearer abcdefgh',
      'token eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2ln',
      'a=b&client_secret=hunter2%2B&scope=x',
      '-----BEGIN PRIVATE KEY-----\nhunter2',
      'got opaque~token of~you',
      'opaque~token',
    ])('withholds the word that holds %j', text => {
      const said = `said ${encode(text)} of it`;
      const left = withoutCredentials(said, ['opaque~token']);
      expect(left).toMatch(/^said \S*\(withheld\)\S* of it$/);
      const secret = /abcdefgh|eyJhd|hunter2|opaque/;
      expect(text).toMatch(secret);
      expect(decodeURIComponent(left)).not.toMatch(secret);
    });

    it('leaves what holds no credential', () => {
      const said = `said ${encode('cannot list ingresses of /a?b=c d')} of it`;
      expect(withoutCredentials(said, ['opaque~token'])).toBe(said);
    });
  });

  it('looks at the beginning of a text without end, where a secret is not cut in two', () => {
    const secret = 'secret'.repeat(10);
    const left = withoutCredentials(`${'eyJ-'.repeat(2046)}${secret} end`, [
      secret,
    ]);
    expect(left).toHaveLength(8192);
    expect(left).not.toContain('secret');
  });

  it('withholds what was sent, whatever it looks like and however often it is repeated', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8 }),
        fc.array(fc.string(), { maxLength: 4 }),
        (secret, parts) => {
          fc.pre(!'(withheld)'.includes(secret));
          expect(
            withoutCredentials(parts.join(secret), [secret]),
          ).not.toContain(secret);
        },
      ),
    );
  });
});
