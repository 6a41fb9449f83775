import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { loadKubeconfig } from './loadKubeconfig';
import { parseKubeconfig } from './parseKubeconfig';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return path;
}

function user(name: string, token: string, more = {}) {
  return { users: [{ name, user: { token, ...more } }] };
}

describe('loadKubeconfig', () => {
  it('merges files as kubectl does: whoever names something first decides about all of it', async () => {
    const paths = [
      join(folder, 'gone'),
      write('one', { ...user('a', 'first'), 'current-context': '' }),
      write('two', {
        ...user('a', 'second', { tokenFile: 'x' }),
        'current-context': 'two',
      }),
      write('three', { ...user('b', 'third'), 'current-context': 'three' }),
    ];
    const config = await loadKubeconfig({
      environment: { KUBECONFIG: paths.join(delimiter) },
      homeDirectory: '/nowhere',
    });
    expect(config.currentContext).toBe('two');
    expect(config.users.get('a')).toMatchObject({ token: 'first' });
    expect(config.users.get('a')?.tokenFile).toBeUndefined();
    expect(config.users.get('b')).toMatchObject({ token: 'third' });
  });

  it('takes the one in the home directory when nothing else is said', async () => {
    write('.kube/config', user('home', 'x'));
    const { users } = await loadKubeconfig({
      environment: {},
      homeDirectory: folder,
    });
    expect([...users.keys()]).toEqual(['home']);
  });

  it('takes a named file and nothing else', async () => {
    const environment = { KUBECONFIG: write('other', user('other', 'x')) };
    const file = write('named', user('named', 'x'));
    const { users } = await loadKubeconfig({
      file,
      environment,
      homeDirectory: folder,
    });
    expect([...users.keys()]).toEqual(['named']);
    await expect(
      loadKubeconfig({ file: 'gone', environment, homeDirectory: folder }),
    ).rejects.toThrow('There is no kubeconfig gone');
  });

  it('says where it looked when there is none', async () => {
    await expect(
      loadKubeconfig({ environment: {}, homeDirectory: '/nowhere' }),
    ).rejects.toThrow(
      'There is no kubeconfig: /nowhere/.kube/config not found; name a file, or get one with: az aks get-credentials',
    );
  });
});

describe('parseKubeconfig', () => {
  it('makes paths absolute, but for commands that are looked for in PATH', () => {
    const config = parseKubeconfig(
      JSON.stringify({
        clusters: [{ name: 'c', cluster: { 'certificate-authority': 'ca' } }],
        users: [
          { name: 'file', user: { tokenFile: '../token' } },
          { name: 'path', user: { exec: { command: 'kubelogin' } } },
          { name: 'relative', user: { exec: { command: './login' } } },
        ],
      }),
      '/home/me/.kube/config',
    );
    expect(config.clusters.get('c')).toMatchObject({
      'certificate-authority': '/home/me/.kube/ca',
    });
    expect(config.users.get('file')?.tokenFile).toBe('/home/me/token');
    expect(config.users.get('path')?.exec?.command).toBe('kubelogin');
    expect(config.users.get('relative')?.exec?.command).toBe(
      '/home/me/.kube/login',
    );
  });

  it.each([
    ['users: [', /is not valid YAML/],
    ['users: {secret: 1}', /is not in order at users: /],
    ['users: [{name: a, user: {exec: {args: [secret]}}}]', /exec\.command/],
    [
      'users: [{name: a, user: {token: secret}}, {name: a, user: {}}]',
      /two users named "a"/,
    ],
  ])('refuses %j without repeating what may be secret', (text, message) => {
    const parse = () => parseKubeconfig(text, 'config');
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/secret/);
  });

  it('reads or refuses every text with an error for people', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(['read', 'InputError']).toContain(outcomeOf(text));
      }),
    );
  });
});

function outcomeOf(text: string): string {
  try {
    parseKubeconfig(text, 'x');
    return 'read';
  } catch (error) {
    return error instanceof Error ? error.name : 'something else';
  }
}
