import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { TestAuthority } from '../__testUtils__/certificates';
import { Run, runInMemory } from '../__testUtils__/runInMemory';
import { ApiServer, startApiServer } from '../__testUtils__/startApiServer';

const authority = new TestAuthority('test authority');
let folder: string;
let api: ApiServer;

beforeAll(async () => {
  api = await startApiServer({
    certificate: authority.issue('localhost'),
    clientAuthority: authority.certificate,
  });
});

afterAll(() => api.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
  api.callers.clear();
});

afterEach(() => rmSync(folder, { recursive: true }));

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

function kubeconfig(
  user: unknown,
  cluster: Record<string, unknown> = {},
): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'shop',
    contexts: [{ name: 'shop', context: { cluster: 'aks-shop', user: 'me' } }],
    clusters: [
      {
        name: 'aks-shop',
        cluster: {
          server: api.server,
          'certificate-authority-data': base64(authority.certificate),
          ...cluster,
        },
      },
    ],
    users: [{ name: 'me', user }],
  });
}

function run(...args: string[]): Promise<Run> {
  return runInMemory(['check', '--kubeconfig', 'config', ...args], {
    cwd: folder,
  });
}

/** Reads the cluster and gives as whom that was. */
async function readAs(): Promise<string> {
  const { exitCode, output, errors } = await run('--format', 'json');
  expect(errors).toBe('');
  expect(exitCode).toBe(0);
  const report: TrafficReport = JSON.parse(output);
  expect(report.services).toMatchObject([
    { cluster: 'aks-shop', namespace: 'shop', service: 'web' },
  ]);
  return [...api.callers].join();
}

describe('check of a live cluster', () => {
  it('signs in with a token', async () => {
    write('config', kubeconfig({ token: 'secret-token' }));
    expect(await readAs()).toBe('Bearer secret-token');
  });

  it('signs in with a token file, which is relative to the kubeconfig', async () => {
    write('config', kubeconfig({ tokenFile: 'token' }));
    write('token', 'secret-token\n');
    expect(await readAs()).toBe('Bearer secret-token');
  });

  it('signs in with a client certificate', async () => {
    const { certificate, key } = authority.issue('alice');
    write(
      'config',
      kubeconfig({
        'client-certificate-data': base64(certificate),
        'client-key-data': base64(key),
      }),
    );
    expect(await readAs()).toBe('alice');
  });

  it('signs in with a client certificate in files', async () => {
    const { certificate, key } = authority.issue('bob');
    write('bob.crt', certificate);
    write('bob.key', key);
    write('ca.crt', authority.certificate);
    write(
      'config',
      kubeconfig(
        { 'client-certificate': 'bob.crt', 'client-key': './bob.key' },
        {
          'certificate-authority-data': undefined,
          'certificate-authority': 'ca.crt',
        },
      ),
    );
    expect(await readAs()).toBe('bob');
  });

  it('says that a certificate is not accepted, and fails', async () => {
    const { certificate, key } = new TestAuthority('other').issue('mallory');
    write(
      'config',
      kubeconfig({
        'client-certificate-data': base64(certificate),
        'client-key-data': base64(key),
      }),
    );
    const { exitCode, output, errors } = await run();
    expect(exitCode).toBe(2);
    expect(output).toContain('Not seen:');
    expect(errors).toContain('does not accept the client certificate');
  });

  it('checks the server by another name where one is given', async () => {
    write(
      'config',
      kubeconfig(
        { token: 'secret-token' },
        {
          server: api.server.replace('localhost', '127.0.0.1'),
          'tls-server-name': 'localhost',
        },
      ),
    );
    expect(await readAs()).toBe('Bearer secret-token');
    write(
      'config',
      kubeconfig(
        { token: 'secret-token' },
        { server: api.server.replace('localhost', '127.0.0.1') },
      ),
    );
    expect((await run()).exitCode).toBe(2);
  });

  it('does not talk to a server that cannot prove itself, unless told to in so many words', async () => {
    write(
      'config',
      kubeconfig(
        { token: 'secret-token' },
        {
          'certificate-authority-data': base64(
            new TestAuthority('other').certificate,
          ),
        },
      ),
    );
    const untrusted = await run();
    expect(untrusted.exitCode).toBe(2);
    expect(untrusted.errors).toContain('certificate that is not trusted');
    write(
      'config',
      kubeconfig(
        { token: 'secret-token' },
        {
          'certificate-authority-data': undefined,
          'insecure-skip-tls-verify': true,
        },
      ),
    );
    const insecure = await run();
    expect(insecure.exitCode).toBe(2);
    expect(insecure.errors).toContain('dangerously-allow-insecure-tls');
    expect(api.callers.size).toBe(0);
    expect((await run('--dangerously-allow-insecure-tls')).exitCode).toBe(0);
  });

  it('takes the kubeconfigs of the environment and the named context', async () => {
    write('one', kubeconfig({ token: 'secret-token' }));
    write(
      'two',
      JSON.stringify({
        contexts: [
          { name: 'other', context: { cluster: 'aks-shop', user: 'me' } },
        ],
      }),
    );
    const environment = {
      KUBECONFIG: ['gone', 'one', 'two']
        .map(name => join(folder, name))
        .join(':'),
    };
    const { exitCode } = await runInMemory(['check', '--context', 'other'], {
      environment,
    });
    expect(exitCode).toBe(0);
    const unknown = await runInMemory(
      ['check', '--context', 'what\u001b[31m'],
      {
        environment,
      },
    );
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errors).toContain('there are: other, shop');
    expect(unknown.errors).not.toContain('\u001b');
  });

  it('finds the managed cluster of the Azure rows by the address of the API server', async () => {
    write('config', kubeconfig({ token: 'secret-token' }));
    const row = (name: string, fqdn: string) => ({
      id: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/${name}`,
      name,
      type: 'microsoft.containerservice/managedclusters',
      properties: { fqdn },
    });
    write(
      'rows.json',
      JSON.stringify([row('aks-shop', 'elsewhere'), row('real', 'LOCALHOST')]),
    );
    const { output } = await run('--azure', 'rows.json', '--format', 'json');
    expect(JSON.parse(output).clusters).toMatchObject([
      { name: 'aks-shop', armId: expect.stringMatching(/real$/) },
    ]);
  });

  it('does not judge files and a cluster at once', async () => {
    const { exitCode, errors } = await runInMemory(
      ['check', 'a.yaml', '--kubeconfig', 'config'],
      { cwd: folder },
    );
    expect(exitCode).toBe(2);
    expect(errors).toContain('cannot be judged together');
  });

  describe('with a credential plugin', () => {
    // The script answers in the version it was asked in, with what it was given.
    const plugin = `#!${process.execPath}
const info = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
require('node:fs').writeFileSync(
  process.env.SEEN,
  JSON.stringify({ info, args: process.argv.slice(2) }),
);
process.stderr.write('sign in at \\u001b[31mhttps://login\\n');
process.stdout.write(JSON.stringify({
  apiVersion: info.apiVersion,
  kind: 'ExecCredential',
  status: JSON.parse(process.env.STATUS),
}));
`;

    function user(status: unknown, exec: Record<string, unknown> = {}) {
      write('plugin', plugin);
      chmodSync(join(folder, 'plugin'), 0o755);
      return {
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: './plugin',
          args: ['get-token', '--server-id', 'x'],
          env: [
            { name: 'STATUS', value: JSON.stringify(status) },
            { name: 'SEEN', value: join(folder, 'seen') },
          ],
          interactiveMode: 'IfAvailable',
          ...exec,
        },
      };
    }

    function seen() {
      return JSON.parse(readFileSync(join(folder, 'seen'), 'utf8'));
    }

    it.each(['v1', 'v1beta1'])(
      'signs in with the token it prints (%s)',
      async version => {
        const apiVersion = `client.authentication.k8s.io/${version}`;
        write(
          'config',
          kubeconfig(
            user(
              { token: 'secret-token' },
              { apiVersion, provideClusterInfo: true },
            ),
            {
              extensions: [
                {
                  name: 'client.authentication.k8s.io/exec',
                  extension: { audience: 'shop' },
                },
              ],
            },
          ),
        );
        const { exitCode, errors } = await run();
        expect(exitCode).toBe(0);
        expect(errors).toBe('sign in at \\u001b[31mhttps://login\n');
        expect([...api.callers]).toEqual(['Bearer secret-token']);
        expect(seen()).toEqual({
          args: ['get-token', '--server-id', 'x'],
          info: {
            apiVersion,
            kind: 'ExecCredential',
            spec: {
              interactive: false,
              cluster: {
                server: api.server,
                'certificate-authority-data': base64(authority.certificate),
                config: { audience: 'shop' },
              },
            },
          },
        });
      },
    );

    it('signs in with the client certificate it prints', async () => {
      const { certificate, key } = authority.issue('carol');
      write(
        'config',
        kubeconfig(
          user({ clientCertificateData: certificate, clientKeyData: key }),
        ),
      );
      expect((await run()).exitCode).toBe(0);
      expect([...api.callers]).toEqual(['carol']);
      expect(seen().info.spec).toEqual({ interactive: false });
    });

    it.each<[string, unknown, Record<string, unknown>, RegExp]>([
      [
        'the command is missing',
        {},
        {
          command: 'no-such-command',
          installHint: 'Install it with: az aks install-cli',
        },
        /The command no-such-command of the kubeconfig is not installed\. Install it with: az aks install-cli/,
      ],
      [
        'it fails',
        {},
        { env: [] },
        /The command \S+plugin of the kubeconfig failed with exit code 1/,
      ],
      ['it prints nothing of use', {}, {}, /neither a token nor a client cert/],
      [
        'it prints half a certificate',
        { clientKeyData: 'x' },
        {},
        /without the other/,
      ],
      [
        'its protocol is unknown',
        {},
        { apiVersion: 'client.authentication.k8s.io/v1alpha1' },
        /v1alpha1 of the credential protocol; known are/,
      ],
      [
        'it has to ask and cannot',
        { token: 'secret-token' },
        { interactiveMode: 'Always' },
        /standard input is no terminal/,
      ],
    ])('says what to do when %s', async (_name, status, exec, message) => {
      write('config', kubeconfig(user(status, exec)));
      const { exitCode, errors } = await run();
      expect(exitCode).toBe(2);
      expect(errors).toMatch(message);
      expect(errors).not.toContain('--server-id');
    });
  });
});
