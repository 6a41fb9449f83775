import { echoOf, echoEncodings } from './echoOf';

const request = {
  method: 'POST',
  url: '/token?a=b',
  headers: { host: 'localhost', authorization: 'Bearer a.b' },
};

const decoders = {
  base64: (text: string) => Buffer.from(text, 'base64').toString(),
  url: decodeURIComponent,
};

describe('echoOf', () => {
  it('repeats everything that was sent, what is secret first', () => {
    expect(echoOf(request, { body: 'client_secret=s' })).toBe(
      'cannot handle POST authorization: Bearer a.b | client_secret=s | /token?a=b | host: localhost',
    );
  });

  it.each(echoEncodings)('repeats it as %s', encoding => {
    const [, said] = echoOf(request, { encoding }).split('cannot handle POST ');
    expect(said).not.toContain('Bearer a.b');
    expect(decoders[encoding](said)).toBe(
      'authorization: Bearer a.b | /token?a=b | host: localhost',
    );
  });
});
