import { CurrentName } from '../catalogue/facts';
import { valueProblem } from './valueProblem';
import { valueRules } from './valueRules';

const isTaken = (name: CurrentName, value: string) =>
  valueProblem(name, value) === undefined;

describe('valueProblem', () => {
  it.each<[CurrentName, string[], string[]]>([
    [
      'canary',
      ['true', 'T', '0', 'False'],
      ['yes', 'on', 'tRUE', ' true', '2'],
    ],
    [
      'limit-rps',
      ['5', '+5', '-1', '0'],
      ['5.0', '5s', '0x5', '٥', '1'.repeat(30)],
    ],
    [
      'proxy-body-size',
      ['8m', '8M', '0', '100', '8 m'],
      ['8mb', 'm', '-8m', '8.5m'],
    ],
    [
      'allowlist-source-range',
      ['10.0.0.0/8', '10.0.0.1, 2001:db8::/32', '::1', '::ffff:10.0.0.1'],
      [
        '10.0.0.0/33',
        '10.0.0',
        '10.0.0.01',
        'fe80::1%eth0',
        'a,b',
        '10.0.0.1,',
        '0x7f.1',
        '::/129',
        '1:2:3',
      ],
    ],
    ['auth-tls-secret', ['shop/ca'], ['ca', 'a/b/c', '/ca', 'shop/']],
    ['auth-secret', ['users', 'shop/users'], ['users;']],
    [
      'auth-url',
      ['http://auth.shop.svc/check', 'https://$host/oauth2/auth?a=b'],
      [
        '/oauth2/auth',
        'http://',
        'http://a..b/c',
        'http://a/b"',
        'http://a/\nb',
      ],
    ],
    ['auth-method', ['GET', 'POST'], ['get', 'GETS']],
    [
      'auth-cache-duration',
      ['200 202 10m, 401 1m', '5m'],
      ['200 202', '10m 200', '"'],
    ],
    ['auth-response-headers', ['X-User, X-Group'], ['X-User;']],
    ['auth-tls-verify-client', ['on', 'optional_no_ca'], ['yes', 'On']],
    ['auth-tls-match-cn', ['CN=web', 'CN=(?i)a.*'], ['web', 'CN=(']],
    [
      'auth-tls-error-page',
      ['/denied', 'https://a.example/b', '@denied'],
      ['a b"', 'ftp://a'],
    ],
    ['auth-type', ['basic', 'digest'], ['oauth']],
    ['backend-protocol', ['HTTPS', 'grpc', ' FCGI '], ['H2C', 'AJP', '']],
    ['canary-by-header-pattern', ['^v[0-9]+$'], ['a"b', 'a;b']],
    ['cors-allow-methods', ['GET, POST', 'GET,POST', 'get'], ['GET;', 'G3T']],
    [
      'cors-allow-origin',
      ['*', 'https://a.example, https://*.b.example:8443', 'null'],
      ['https://a.example;', 'a b"', 'a.example'],
    ],
    ['cors-expose-headers', ['*', 'X-A, X-B'], ['X-A;']],
    ['custom-http-errors', ['404,503', '404, 503'], ['304', '404;503', 'all']],
    ['default-backend', ['fallback'], ['Fallback', '1a', 'a'.repeat(64)]],
    [
      'permanent-redirect',
      ['https://a.example/b'],
      ['/b', 'ftp://a.example', 'https://a"b'],
    ],
    ['permanent-redirect-code', ['301', '308'], ['309', '200', 'x']],
    [
      'proxy-next-upstream',
      ['error timeout http_502', 'off'],
      ['http_418', 'error,timeout'],
    ],
    ['proxy-http-version', ['1.0', '1.1'], ['2', '1.10']],
    ['proxy-ssl-protocols', ['TLSv1.2 TLSv1.3'], ['TLSv1.4']],
    ['rewrite-target', ['/', '/$1', 'a/$2'], ['/a b"', '/{x}', '/a\n']],
    [
      'server-alias',
      ['a.example, *.b.example', '~^www\\d+\\.example$'],
      ['a;b'],
    ],
    ['session-cookie-max-age', ['0', '3600', '-1'], ['a', '']],
    ['session-cookie-samesite', ['None', 'lax'], ['off']],
    ['ssl-ciphers', ['ALL:!aNULL:@STRENGTH:@SECLEVEL=2'], ['ALL@X', 'A;']],
    ['upstream-hash-by', ['$request_uri', '${remote_addr}-a'], ['$a b;', '/x']],
    ['affinity', ['cookie'], ['Cookie', 'ip']],
    ['server-snippet', ['return 200;', '"\n;{}'], ['']],
  ])('of %s', (name, taken, refused) => {
    expect(taken.filter(value => !isTaken(name, value))).toEqual([]);
    expect(refused.filter(value => isTaken(name, value))).toEqual([]);
  });

  it('never repeats a value, which may be a secret', () => {
    const secret = 'hunter2 "\n;';
    for (const name of Object.keys(valueRules) as CurrentName[]) {
      expect(valueProblem(name, secret)?.message ?? '').not.toContain(
        'hunter2',
      );
    }
  });

  it('says what holds instead where that opens something up', () => {
    expect(valueProblem('cors-allow-origin', '"')?.message).toContain(
      'every origin is allowed',
    );
    expect(valueProblem('proxy-ssl-verify', 'true')?.message).toContain(
      'nothing is verified',
    );
  });
});
