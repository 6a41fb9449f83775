import fc from 'fast-check';
import { encoders, secretTexts } from './__testUtils__/encoders';
import { withoutCredentials } from './withoutCredentials';

describe('withoutCredentials', () => {
  it.each([
    'authorization: Bearer abc.def-ghi',
    'authorization: basic dXNlcjpwYXNz',
    '{"Authorization":["Bearer abcdefgh"]}',
    'token eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2ln of nobody',
    'grant_type=client_credentials&client_secret=hunter2%2B&scope=x',
    '{"client_assertion": "hunter2", "a": 1}',
    'password: hunter2',
    'key -----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY----- end',
    'key -----BEGIN PRIVATE KEY-----\nhunter2',
    'said {"client_secret":"hun,ter2 hunter2"}',
    'said "{\\"client_secret\\":\\"hunter2\\"}"',
  ])('withholds what looks like a credential in %j', text => {
    const left = withoutCredentials(text);
    expect(left).toContain('(withheld)');
    expect(left).not.toMatch(/hunter2|abc\.def|abcdefgh|dXNlcj|eyJ/);
  });

  const id = '6a1f0d3e-2b47-4c8d-9e15-0f3c7a5b1d03';
  const digest = '4bf92f3577b34da6a3ce929d0e0e4736'.repeat(2);

  it.each([
    'deployments.apps is forbidden: User "a" cannot list resource "deployments" in API group "apps" at the cluster scope',
    'pods "web-7d9f8b6c5d-x2k4z" is forbidden: User "system:serviceaccount:kube-system:aks-traffic-reader" cannot watch resource "pods"',
    'Basic authentication is not supported',
    'the bearer authentication failed',
    'bearer tokens must not be expired',
    'Authorization header needs Bearer authentication scheme',
    'certificate has basic configuration',
    '100% basic%20configuration',
    'WWW-Authenticate: Basic realm="kubernetes"',
    'WWW-Authenticate: Bearer authorization_uri="https://login.example.com/a"',
    'password: must be changed',
    'client_secret: is missing',
    'spec.password: Invalid value: "integer"',
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app',
    `Trace ID: ${id} Correlation ID: ${id} Timestamp: 2026-11-28 22:21:05Z`,
    `Ref A: ${digest.slice(0, 32)} Ref B: AMS231032607025`,
    `traceparent 00-${digest.slice(0, 32)}-${digest.slice(0, 16)}-01`,
    `thumbprint ${digest.slice(0, 40).toUpperCase()}`,
    `image registry.example.com/a/controller:v1.15.1@sha256:${digest} not found`,
    `/subscriptions/${id}/resourceGroups/MC_rg-prod_aks-prod-weu-01_westeurope/providers/Microsoft.Network/loadBalancers/kubernetes`,
    `/subscriptions/${id.toUpperCase()}/resourcegroups/mc_rg1_aks1_weu/providers/microsoft.compute/virtualmachinescalesets/aks-nodepool1-12345678-vmss/virtualmachines/0`,
    'conversion webhook for gateway.networking.k8s.io/v1beta1, Kind=HTTPRoute failed: Post "https://gateway-webhook.istio-system.svc:443/convert?timeout=30s": x509: certificate signed by unknown authority',
    'the server could not find HTTPRoute/TLSRoute/GRPCRoute/TCPRoute/UDPRoute/ReferenceGrant/BackendTLSPolicy',
    'first\nsecond line\nthird',
  ])('leaves %j word for word', said => {
    expect(withoutCredentials(said, ['Ab7~opaque.token-of-the-reader'])).toBe(
      said,
    );
  });

  const request = (secret: string) =>
    `GET /api HTTP/1.1\r\nhost: x\r\nuser-agent: node\r\nauthorization: Bearer ${secret}\r\n`;
  const opaque = 'Ab7~opaque.client-secret_Q8x~zz00';
  const webToken = `eyJhbGciOiJSUzI1NiIsImtpZCI6ImFiY2Rl.${Buffer.from(
    JSON.stringify({ aud: 'a', sub: 'b'.repeat(300) }),
  ).toString('base64url')}.c2lnbmF0dXJlLXNpZ25hdHVyZQ`;

  const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '');

  /** A secret of the same length that has no letter and no digit of this one in the same place. */
  const swapped = (secret: string) =>
    secret.replace(/[A-Za-z\d]/g, sign =>
      /\d/.test(sign)
        ? `${9 - Number(sign)}`
        : String.fromCharCode(
            sign.charCodeAt(0) % 32 === 26 ? 65 : sign.charCodeAt(0) + 1,
          ),
    );

  /** The part of a text that another one does not share. */
  const differing = (text: string, other: string) => {
    const signs = [...text];
    const from = signs.findIndex((sign, at) => sign !== other[at]);
    const to = signs.findIndex(
      (_, at) => text.at(-1 - at) !== other.at(-1 - at),
    );
    return from < 0 ? '' : text.slice(from, text.length - to);
  };

  /** The pieces of a secret with this many letters and digits in a row that are left. */
  const leftOf = (secret: string, text: string, length: number) =>
    Array.from(bare(secret), (_, at) =>
      bare(secret).slice(at, at + length),
    ).filter(piece => piece.length === length && bare(text).includes(piece));

  describe.each(Object.entries(encoders))('of what is written %s,', (_, as) => {
    it.each([
      ['an opaque secret', opaque],
      ['a JSON Web Token', webToken],
      ['most of a secret', opaque.slice(0, -3)],
    ])('leaves nothing of %s, alone and in a request', (__, secret) => {
      for (const text of [secret, request(secret)]) {
        const encoded = as(text);
        const left = withoutCredentials(`said ${encoded} of it`, [
          secret === webToken ? webToken : opaque,
        ]);
        expect(left).toContain('(withheld)');
        // Nor of the encoded text, but for the end of a request, where only the line end is.
        expect(leftOf(secret, left, 10)).toEqual([]);
        expect(leftOf(as(secret), left, 24)).toEqual([]);
      }
    });
  });

  it('leaves no piece of a secret in any two encodings with lines broken anywhere', () => {
    const lines = fc.record({
      width: fc.integer({ min: 4, max: 100 }),
      end: fc.constantFrom('\n', '\r\n', '\\\n', ' '),
    });
    const encoding = fc.constantFrom(
      ...Object.values(encoders).filter(each => each !== encoders['as gzip']),
    );
    fc.assert(
      fc.property(
        secretTexts,
        fc.array(encoding, { minLength: 1, maxLength: 2 }),
        fc.option(lines),
        fc.boolean(),
        (secret, encodings, broken, whole) => {
          const encode = (each: string) =>
            encodings.reduce(
              (rest, as) => as(rest),
              whole ? request(each) : each,
            );
          const encoded = encode(secret);
          const text = broken
            ? encoded.replace(
                new RegExp(`[^]{${broken.width}}`, 'g'),
                `$&${broken.end}`,
              )
            : encoded;
          const left = withoutCredentials(`said ${text} of it`, [secret]);
          expect(left).toContain('(withheld)');
          expect(leftOf(secret, left, 12)).toEqual([]);
          // Nor can it be recovered from what is left of the encoded text.
          const other = encode(swapped(secret));
          const part = differing(bare(encoded), bare(other));
          const length = Math.ceil((part.length * 14) / secret.length) + 8;
          expect(leftOf(part, left, length)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('withholds runs that nobody can read, whatever is in them', () => {
    const blob = Buffer.from(
      '\u0001\u00fe harmless as far as anybody knows \u0003',
    );
    for (const run of [
      blob.toString('hex'),
      blob.toString('base64'),
      blob.toString('base64').replace(/.{20}/g, '$&\n'),
    ]) {
      expect(withoutCredentials(`said ${run} of it`)).toBe(
        'said (withheld) of it',
      );
    }
  });

  it.each([
    'a=b&client_secret=hunter2%2B&scope=x',
    'authorization: Bearer abcdefgh',
    'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhIn0.c2ln',
  ])('finds what looks like a credential in encodings of %j too', text => {
    const ways = Object.entries(encoders).filter(
      ([name]) => !name.startsWith('over lines'),
    );
    for (const [, as] of ways) {
      const left = withoutCredentials(`said ${as(text)} of it`);
      expect(left).toContain('(withheld)');
      expect(decodeURIComponent(left)).not.toMatch(/hunter2|abcdefgh|eyJ/);
    }
  });

  it('looks at the beginning of a text without end, where a secret is not cut in two', () => {
    const secret = 'secret'.repeat(10);
    const said = 'word '.repeat(1634);
    expect(withoutCredentials(`${said}${secret} end`, [secret])).toBe(
      '(withheld)',
    );
    expect(withoutCredentials(said.repeat(9), [secret])).toHaveLength(8192);
  });

  it('is not slowed down by texts that nearly look like something', () => {
    const parts = ['eyJ-', 'BEGIN ', 'bearer ', 'password', '\\', '&amp;'];
    for (const part of [...parts, '=41', '%', '= ', 'ab\n', '\\\\n', '65,']) {
      const text = part.repeat(30_000_000 / part.length);
      expect(
        withoutCredentials(text, ['opaque~token']).length,
      ).toBeLessThanOrEqual(8192);
    }
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
