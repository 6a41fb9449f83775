import { isSensitiveName, isSensitiveText } from './isSensitive';

describe('isSensitiveName', () => {
  it.each([
    'nginx.ingress.kubernetes.io/configuration-snippet',
    'nginx.ingress.kubernetes.io/auth-secret',
    'nginx.ingress.kubernetes.io/auth-tls-secret',
    'nginx.ingress.kubernetes.io/proxy-ssl-secret',
    'nginx.ingress.kubernetes.io/auth-url',
    'nginx.ingress.kubernetes.io/servr-snipet',
    'custom.prefix/modsecurity-snippet',
    'nginx.org/server-snippets',
    'nginx.com/jwt-key',
    'haproxy.org/backend-config-snippet',
    'haproxy-ingress.github.io/config-backend',
    'Authorization',
    'X-API-Key',
    'clientSecret',
    'access_token',
  ])('covers %s', name => {
    expect(isSensitiveName(name)).toBe(true);
  });

  it.each([
    'nginx.ingress.kubernetes.io/rewrite-target',
    'nginx.ingress.kubernetes.io/auth-secret-type',
    'nginx.ingress.kubernetes.io/session-cookie-name',
    'kubernetes.azure.com/tls-cert-keyvault-uri',
    'secretName',
    'credentialName',
    'httpCookie',
    'tokenize',
  ])('leaves %s alone', name => {
    expect(isSensitiveName(name)).toBe(false);
  });
});

describe('isSensitiveText', () => {
  it.each([
    'https://ann:hunter2@auth.example.com/check',
    'https://token@auth.example.com/check',
    'https://func.azurewebsites.net/api/auth?x=1&code=abc',
    'Endpoint=sb://x/;SharedAccessKey=abc',
    'Bearer eyJhbGciOiJIUzI1NiJ9.e30',
    'Basic dXNlcjpwYXNz',
    'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
    '-----BEGIN RSA PRIVATE KEY-----\nMII',
    'https://ann:secr (12 characters left out)',
    '{"metadata":{"annotations":{"nginx.ingress.kubernetes.io/server-snippet":"x"}}}',
  ])('finds the secret in %j', text => {
    expect(isSensitiveText(text)).toBe(true);
  });

  it.each([
    'https://shop.example.com/path?page=2',
    'mailto ann@example.com',
    'Basic authentication required',
    'Basic Authentication',
    'Basic realm="kubernetes"',
    'Bearer authorization_uri="https://login.example.com/a"',
    'bearer of news',
    '{"metadata":{"annotations":{"a/b":"c"}}}',
    '10.0.0.0/8,192.168.0.0/16',
  ])('finds none in %j', text => {
    expect(isSensitiveText(text)).toBe(false);
  });

  it('is not slowed down by long texts', () => {
    for (const part of ['a.', '"', '":', 'a://', 'basic ', ' ']) {
      const text = part.repeat(300_000 / part.length);
      expect(isSensitiveText(text)).toBe(false);
    }
  });
});
