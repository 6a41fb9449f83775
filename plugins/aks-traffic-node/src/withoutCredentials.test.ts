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
  ])('withholds what looks like a credential in %j', text => {
    const left = withoutCredentials(text);
    expect(left).toContain('(withheld)');
    expect(left).not.toMatch(/hunter2|abc\.def|dXNlcj|eyJ/);
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
