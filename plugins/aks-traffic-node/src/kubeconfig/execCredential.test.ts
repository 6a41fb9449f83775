import fc from 'fast-check';
import { parseExecCredential } from './execCredential';

const exec = {
  command: 'kubelogin',
  apiVersion: 'client.authentication.k8s.io/v1',
};
const secret = 'planted-secret';

/** What a plugin may print: nothing like an answer, something like one, or one. */
const output = fc.oneof(
  fc.string({ unit: 'binary' }).map(text => `${text}${secret}`),
  fc.json().map(text => `${text} ${secret}`),
  fc
    .record(
      {
        apiVersion: fc.oneof(fc.constant(exec.apiVersion), fc.jsonValue()),
        kind: fc.oneof(fc.constant('ExecCredential'), fc.jsonValue()),
        status: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              token: fc.oneof(fc.constant(secret), fc.jsonValue()),
              clientCertificateData: fc.oneof(fc.string(), fc.jsonValue()),
              clientKeyData: fc.oneof(fc.constant(secret), fc.jsonValue()),
              expirationTimestamp: fc.oneof(
                fc.date({ noInvalidDate: true }).map(date => date.toJSON()),
                fc.jsonValue(),
              ),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    )
    .map(answer => JSON.stringify(answer)),
);

/** What became of it: the credential, or the refusal. */
function outcomeOf(text: string) {
  try {
    return { credential: parseExecCredential(text, exec) };
  } catch (error) {
    return { error };
  }
}

describe('parseExecCredential', () => {
  it('reads a credential, or refuses in words that repeat nothing of it', () => {
    fc.assert(
      fc.property(output, text => {
        const { credential, error } = outcomeOf(text);

        expect(String(error ?? 'InputError')).toMatch(/^InputError/);
        expect(String(error)).not.toContain(secret);
        expect(
          error !== undefined ||
            Boolean(credential?.token ?? credential?.certificate),
        ).toBe(true);
        expect(String(credential?.expiresAt)).not.toBe('Invalid Date');
      }),
    );
  });
});
