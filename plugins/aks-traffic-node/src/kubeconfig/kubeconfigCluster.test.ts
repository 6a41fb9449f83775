import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfigCluster } from './kubeconfigCluster';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function locate(options: {
  user?: Record<string, unknown>;
  cluster?: Record<string, unknown>;
  context?: string;
  currentContext?: string;
}) {
  const { user = { token: 't' }, cluster, context } = options;
  const file = join(folder, 'config');
  writeFileSync(
    file,
    JSON.stringify({
      'current-context': options.currentContext ?? 'shop',
      contexts: [
        { name: 'shop', context: { cluster: 'aks-shop', user: 'me' } },
        { name: 'dangling', context: { cluster: 'gone', user: 'me' } },
      ],
      clusters: [
        {
          name: 'aks-shop',
          cluster: { server: 'https://shop.example', ...cluster },
        },
      ],
      users: [{ name: 'me', user }],
    }),
  );
  return kubeconfigCluster({
    file,
    context,
    environment: { PATH: process.env.PATH },
    homeDirectory: folder,
    hasTerminal: false,
    writeError: () => {},
  });
}

async function tokenOf(user: Record<string, unknown>, renew = false) {
  const { access } = await locate({ user });
  if (access.kind !== 'token') {
    throw new Error('There is no token');
  }
  const { signal } = new AbortController();
  return (await access.getToken({ signal, renew })).token;
}

describe('kubeconfigCluster', () => {
  it('gives the cluster of the context', async () => {
    expect(
      await locate({ cluster: { 'tls-server-name': 'kubernetes' } }),
    ).toEqual({
      name: 'aks-shop',
      source: 'kubeconfig',
      server: 'https://shop.example',
      tlsServerName: 'kubernetes',
      access: { kind: 'token', getToken: expect.any(Function) },
    });
  });

  it('prefers the token file, which somebody renews, to the token', async () => {
    writeFileSync(join(folder, 'token'), 'from file\n');
    writeFileSync(join(folder, 'empty'), '');
    expect(await tokenOf({ token: 't', tokenFile: 'token' })).toBe('from file');
    expect(await tokenOf({ token: 't', tokenFile: 'gone' })).toBe('t');
    expect(await tokenOf({ token: 't', tokenFile: 'empty' })).toBe('t');
    await expect(tokenOf({ tokenFile: 'gone' })).rejects.toThrow(
      /gone .* cannot be read: ENOENT/,
    );
    await expect(tokenOf({ tokenFile: 'empty' })).rejects.toThrow(/is empty/);
  });

  it('runs the credential plugin again for another token', async () => {
    const script = `const fs = require('fs');
      const file = process.argv[1];
      const run = fs.existsSync(file) ? 2 : 1;
      fs.writeFileSync(file, '');
      console.log(JSON.stringify({apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential',
        status: {token: 'token-' + run, expirationTimestamp: '2030-01-01T00:00:00Z'}}));`;
    const user = {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: process.execPath,
        args: ['-e', script, join(folder, 'ran')],
      },
    };
    const { access } = await locate({ user });
    if (access.kind !== 'token') {
      throw new Error('There is no token');
    }
    const { signal } = new AbortController();
    expect(await access.getToken({ signal })).toEqual({
      token: 'token-1',
      expiresAt: new Date('2030-01-01T00:00:00Z'),
    });
    expect(await access.getToken({ signal, renew: true })).toMatchObject({
      token: 'token-2',
    });
  });

  it.each<[string, Parameters<typeof locate>[0], RegExp]>([
    [
      'a context that is not there',
      { context: 'what' },
      /there are: dangling, shop/,
    ],
    ['no context', { currentContext: '' }, /no current context; say which/],
    [
      'a cluster that is not there',
      { context: 'dangling' },
      /the cluster "gone", which is not there/,
    ],
    ['no server', { cluster: { server: '' } }, /has no server/],
    [
      'a proxy',
      { cluster: { 'proxy-url': 'http://proxy' } },
      /proxy-url.* is not supported/,
    ],
    [
      'no check of the server',
      { cluster: { 'insecure-skip-tls-verify': true } },
      /dangerously-allow-insecure-tls/,
    ],
    [
      'an authority that is no certificate',
      { cluster: { 'certificate-authority-data': 'c2VjcmV0' } },
      /is no PEM certificate/,
    ],
    [
      'an authority that is not base64',
      { cluster: { 'certificate-authority-data': '-----' } },
      /is not base64/,
    ],
    [
      'an authority that is missing',
      { cluster: { 'certificate-authority': 'gone.crt' } },
      /gone\.crt .* ENOENT/,
    ],
    [
      'a password',
      { user: { username: 'u', password: 'secret' } },
      /signs in with a password/,
    ],
    [
      'an auth-provider',
      { user: { 'auth-provider': { name: 'azure' } } },
      /kubelogin convert-kubeconfig/,
    ],
    [
      'acting as somebody else',
      { user: { token: 'secret', as: 'root' } },
      /acts as somebody else/,
    ],
    ['nothing to sign in with', { user: {} }, /has no way to sign in/],
    [
      'half a certificate',
      { user: { 'client-key-data': 'c2VjcmV0' } },
      /without the other/,
    ],
    [
      'a broken certificate',
      {
        user: {
          'client-key-data': 'c2VjcmV0',
          'client-certificate-data': 'c2VjcmV0',
        },
      },
      /cannot be read: both have to be PEM/,
    ],
    [
      'exec beside a token',
      { user: { token: 'secret', exec: { command: 'x' } } },
      /exec and another way/,
    ],
    [
      'exec without version',
      { user: { exec: { command: 'x' } } },
      /by no version of the credential protocol/,
    ],
  ])('refuses %s and says what to do', async (_name, options, message) => {
    const location = locate(options);
    await expect(location).rejects.toThrow(message);
    await expect(location).rejects.not.toThrow(/secret/);
  });
});
