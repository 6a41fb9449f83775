import { rootCertificates } from 'node:tls';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseUserKubeconfig } from './parseUserKubeconfig';

const pem = rootCertificates[0];

function kubeconfig(
  options: { user?: object; cluster?: object; context?: string } = {},
): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': options.context ?? 'shop',
    contexts: [
      { name: 'other', context: { cluster: 'other', user: 'other' } },
      { name: 'shop', context: { cluster: 'shop', user: 'clusterUser' } },
    ],
    clusters: [
      {
        name: 'shop',
        cluster: {
          server: 'https://shop.azmk8s.io:443',
          'certificate-authority-data': btoa(pem),
          ...options.cluster,
        },
      },
    ],
    users: [
      {
        name: 'clusterUser',
        user: options.user ?? { exec: { command: 'kubelogin', args: [] } },
      },
    ],
  });
}

describe('parseUserKubeconfig', () => {
  it('takes server and authority where users sign in through Entra ID', () => {
    expect(parseUserKubeconfig(kubeconfig())).toEqual({
      kind: 'entra',
      server: 'https://shop.azmk8s.io:443',
      caData: pem,
    });
  });

  it.each([
    ['an administrator certificate', { 'client-certificate-data': 'YQ==' }],
    [
      'a certificate beside the plugin',
      { exec: {}, 'client-certificate-data': 'YQ==' },
    ],
    ['a token', { token: 'abc' }],
    ['a password', { username: 'admin', password: 'abc' }],
    ['no way to sign in', {}],
  ])('does not use %s', (_, user) => {
    expect(parseUserKubeconfig(kubeconfig({ user }))).toEqual({
      kind: 'other-credential',
    });
  });

  it.each([
    ['text that is not YAML', '{'],
    ['another document', 'hello: world'],
    ['a context that leads nowhere', kubeconfig({ context: 'gone' })],
    ['a context without its cluster', kubeconfig({ context: 'other' })],
    [
      'a server without encryption',
      kubeconfig({ cluster: { server: 'http://shop' } }),
    ],
    ['a server that is no address', kubeconfig({ cluster: { server: '' } })],
    [
      'a certificate check that is switched off',
      kubeconfig({ cluster: { 'insecure-skip-tls-verify': true } }),
    ],
    [
      'an authority that is none',
      kubeconfig({
        cluster: { 'certificate-authority-data': btoa('hello') },
      }),
    ],
    ['aliases', 'a: &a [1]\nb: *a'],
    ['a text of megabytes', `#${' '.repeat(2_000_000)}`],
  ])('refuses %s', (_, text) => {
    expect(parseUserKubeconfig(text)).toMatchObject({
      kind: 'unusable',
      why: expect.any(String),
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(parseUserKubeconfig(text).kind).toBe('unusable');
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(parseUserKubeconfig(JSON.stringify(value)).kind).toBe(
          'unusable',
        );
      }),
    );
  });
});
