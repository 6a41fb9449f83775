import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { shop, web } from './__testUtils__/manifests';

const packageRoot = resolve(__dirname, '..');

interface Result {
  exitCode: number | null;
  output: string;
  errors: string;
}

function run(command: readonly string[], input: string): Promise<Result> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...command], { cwd: packageRoot });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      errors += text;
    });
    child.on('error', fail);
    child.on('close', exitCode => done({ exitCode, output, errors }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const program = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  resolve(packageRoot, 'src/main.ts'),
];

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'api' },
  spec: { ports: [{ port: 80 }] },
};

describe('the program', () => {
  jest.setTimeout(60_000);

  it('prints a report, fails on findings and takes what other programs give it', async () => {
    const { exitCode, output, errors } = await run(
      [...program, 'check', '-', '--format', 'json', '--fail-on', 'high'],
      `${shop}---\n${web}`,
    );
    expect(errors).toBe('');
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      schemaVersion: 1,
      services: [{}, { service: 'web', exposure: 'public' }],
    });
  });

  it('ends with 2 and one line on what cannot be used', async () => {
    const { exitCode, errors } = await run(
      [...program, 'check', 'gone.yaml'],
      '',
    );
    expect(exitCode).toBe(2);
    expect(errors).toBe(
      'aks-traffic: cannot read gone.yaml: there is no such file or folder; check the path\n',
    );
  });

  it('runs from its bin file too', async () => {
    const { exitCode, output } = await run(
      [resolve(packageRoot, 'bin/aks-traffic'), 'check', '-'],
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [service],
      }),
    );
    expect(exitCode).toBe(0);
    expect(output).toContain('default/api');
  });
});
