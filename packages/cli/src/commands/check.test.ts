import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TrafficReport } from 'backstage-plugin-aks-traffic-common';
import { azureRows, shop, web } from '../__testUtils__/manifests';
import { Run, runInMemory } from '../__testUtils__/runInMemory';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function run(...args: string[]): Promise<Run> {
  return runInMemory(['check', ...args], { cwd: folder });
}

async function reportOf(...args: string[]): Promise<TrafficReport> {
  const { output } = await run(...args, '--format', 'json');
  return JSON.parse(output);
}

describe('check', () => {
  it('judges files, folders and standard input alike', async () => {
    write('all.yaml', `${shop}---\n${web}`);
    write('parts/controller.yml', shop);
    write('parts/deep/er/web.yaml', web);
    write('parts/.git/ignored.yaml', 'a: [');
    write('parts/readme.txt', 'a: [');
    const fromFile = await reportOf('all.yaml');
    expect(fromFile.services).toMatchObject([
      { namespace: 'ingress', service: 'ingress-nginx-controller' },
      {
        cluster: 'files',
        namespace: 'shop',
        service: 'web',
        exposure: 'public',
        entryPoints: [{ system: 'ingress-nginx', hosts: ['shop.example.com'] }],
        risk: 'critical',
      },
    ]);
    expect(fromFile.schemaVersion).toBe(1);
    expect(fromFile.generatedAt).toBe('2026-11-22T12:00:00.000Z');
    expect(await reportOf('parts')).toEqual(fromFile);
    expect(await reportOf('parts/deep', 'parts/controller.yml')).toEqual(
      fromFile,
    );
    const { output } = await runInMemory(['check', '-', '--format', 'json'], {
      input: `${shop}---\n${web}`,
    });
    expect(JSON.parse(output)).toEqual(fromFile);
  });

  it('reads what shells on Windows write', async () => {
    const text = `\uFEFF${web.replace(/\n/g, '\r\n')}`;
    write('web.yaml', Buffer.from(text, 'utf16le'));
    const report = await reportOf('web.yaml');
    expect(report.services).toMatchObject([{ service: 'web' }]);
    expect(report.coverage[0].gaps).toEqual([]);
  });

  it('says that a file is not UTF-8, and reads what it can', async () => {
    write('web.yaml', Buffer.from(`# caf\u00e9\n${web}`, 'latin1'));
    const report = await reportOf('web.yaml');
    expect(report.services).toHaveLength(1);
    expect(report.coverage[0].gaps).toEqual([
      expect.stringContaining('web.yaml is not UTF-8 throughout'),
    ]);
  });

  it('keeps the rest when a document is broken', async () => {
    write('web.yaml', `${web}---\na: [\n`);
    const report = await reportOf('web.yaml');
    expect(report.services).toHaveLength(1);
    expect(report.coverage).toMatchObject([
      {
        state: 'partial',
        gaps: [
          expect.stringMatching(
            /^web\.yaml, document 4, line \d+: not valid YAML/,
          ),
        ],
      },
    ]);
    expect((await run('web.yaml')).exitCode).toBe(0);
  });

  it('says which kinds it does not know, once each, and passes over those without traffic', async () => {
    const object = (apiVersion: string, kind: string, name: string) =>
      JSON.stringify({ apiVersion, kind, metadata: { name } });
    write('a.yaml', web);
    write(
      'b.yaml',
      [
        object('example.com/v1', 'Door', 'a'),
        object('example.com/v1', 'Door', 'b'),
        object('v1', 'ConfigMap', 'c'),
        object('v1', 'Secret', 'd'),
      ].join('\n---\n'),
    );
    write('c.json', object('example.com/v1', 'Door', 'e'));
    const report = await reportOf('.');
    expect(report.services).toHaveLength(1);
    expect(report.coverage[0].gaps).toEqual([
      '3 objects of kind Door (example.com/v1) were not judged: the kind is not known here',
    ]);
  });

  it('follows links in folders, round in a circle and into nothing', async () => {
    write('apps/deep/web.yaml', web);
    write('elsewhere/shop.yaml', shop);
    symlinkSync('..', join(folder, 'apps/deep/up'));
    symlinkSync('.', join(folder, 'apps/self'));
    symlinkSync('loop.yaml', join(folder, 'apps/loop.yaml'));
    symlinkSync('gone.yaml', join(folder, 'apps/lost.yaml'));
    symlinkSync('deep/web.yaml', join(folder, 'apps/again.yaml'));
    symlinkSync('../elsewhere', join(folder, 'apps/linked'));
    const report = await reportOf('apps');
    expect(report.services.map(({ service }) => service)).toEqual([
      'ingress-nginx-controller',
      'web',
    ]);
    expect(report.coverage[0].gaps).toEqual([
      'apps/loop.yaml was not read: the link leads back to itself',
      'apps/lost.yaml was not read: there is no such file or folder; check the path',
    ]);
  });

  it('says that binary data is none of its business', async () => {
    write('apps/web.yaml', web);
    write('apps/image.yaml', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 7]));
    const report = await reportOf('apps');
    expect(report.services).toHaveLength(1);
    expect(report.coverage[0].gaps).toEqual([
      'apps/image.yaml was not read: it is no text, but binary data; give YAML or JSON as UTF-8',
    ]);
    expect((await run('apps/image.yaml')).exitCode).toBe(2);
  });

  it('does not read without end', async () => {
    const { exitCode, errors } = await run('/dev/zero');
    expect(exitCode).toBe(2);
    expect(errors).toBe(
      'aks-traffic: cannot read /dev/zero: it is larger than 128 MB; divide it\n',
    );
  });

  describe('with Azure rows', () => {
    it.each([
      ['a list', (rows: unknown[]) => rows],
      ['az graph query', (data: unknown[]) => ({ data })],
      ['the REST API', (value: unknown[]) => ({ value })],
    ])('as %s gives them, knows the only cluster', async (_name, wrap) => {
      write('web.yaml', web);
      write('rows.json', JSON.stringify(wrap(azureRows('aks-shop'))));
      const report = await reportOf('web.yaml', '--azure', 'rows.json');
      expect(report.clusters).toMatchObject([
        {
          name: 'files',
          sku: 'Base',
          armId: expect.stringMatching(/aks-shop/),
        },
      ]);
      expect(report.services[0].egress).toMatchObject([
        { kind: 'nat-gateway', publicIps: ['20.0.0.1'], nodePools: ['user'] },
      ]);
    });

    it('takes the cluster that is named, and says when there is none', async () => {
      write('web.yaml', web);
      write('azure/one.json', JSON.stringify(azureRows('aks-one')));
      write('azure/two.json', JSON.stringify(azureRows('aks-two')));
      const named = await reportOf(
        'web.yaml',
        '--azure',
        'azure',
        '--cluster',
        'AKS-two',
      );
      expect(named.clusters).toMatchObject([
        { name: 'AKS-two', armId: expect.stringMatching(/aks-two$/) },
      ]);
      const unnamed = await reportOf(
        'web.yaml',
        '--azure',
        'azure/one.json',
        '--azure',
        'azure/two.json',
      );
      expect(unnamed.services[0].egress).toMatchObject([{ kind: 'unknown' }]);
      expect(unnamed.coverage[0].gaps).toEqual([
        'The Azure rows hold several managed clusters, so none was used; say which with --cluster: aks-one, aks-two',
      ]);
      const wrong = await reportOf(
        'web.yaml',
        '--azure',
        'azure',
        '--cluster',
        'gone',
      );
      expect(wrong.coverage[0].gaps[0]).toContain(
        'no managed cluster named gone',
      );
    });

    it.each([
      ['skip_token', { skip_token: 'next' }],
      ['nextLink', { nextLink: 'https://management.azure.com/next' }],
      ['a total', { total_records: 1001 }],
    ])('says by %s that there are more pages', async (_name, sign) => {
      write('web.yaml', web);
      write(
        'rows.json',
        JSON.stringify({ data: azureRows('aks-shop'), ...sign }),
      );
      const report = await reportOf('web.yaml', '--azure', 'rows.json');
      expect(report.coverage[0].gaps).toEqual([
        expect.stringContaining('The Azure rows are not all there are'),
      ]);
    });

    it('takes pages for whole when all of them are there', async () => {
      write('web.yaml', web);
      const rows = azureRows('aks-shop');
      const total_records = rows.length;
      const page = (data: unknown[], skip_token: string | null) =>
        JSON.stringify({ count: data.length, data, skip_token, total_records });
      write('azure/1.json', page(rows.slice(0, 2), 'next'));
      write('azure/2.json', page(rows.slice(2), null));
      const report = await reportOf('web.yaml', '--azure', 'azure');
      expect(report.coverage[0].gaps).toEqual([]);
      const first = await reportOf('web.yaml', '--azure', 'azure/1.json');
      expect(first.coverage[0].gaps).toHaveLength(1);
    });

    it('names rows that cannot be used', async () => {
      write('web.yaml', web);
      write(
        'rows.json',
        JSON.stringify([
          ...azureRows('aks-shop'),
          7,
          { id: '/x', type: 'microsoft.network/natgateways' },
        ]),
      );
      const report = await reportOf('web.yaml', '--azure', 'rows.json');
      expect(report.coverage[0]).toMatchObject({
        state: 'partial',
        gaps: [
          expect.stringContaining('1 Azure row was skipped'),
          'Azure row /x was skipped: it has no properties',
        ],
      });
    });
  });

  it('judges as of another day', async () => {
    write('all.yaml', `${shop}---\n${web}`);
    const severityAt = async (now: string) =>
      (await reportOf('all.yaml', '--now', now)).services[1].risk;
    expect(await severityAt('2025-12-01')).toBe('medium');
    expect(await severityAt('2026-12-01T08:00:00+01:00')).toBe('critical');
  });

  it.each([
    ['critical', 1],
    ['high', 1],
    ['info', 1],
  ])('fails on findings from %s on', async (severity, exitCode) => {
    write('all.yaml', `${shop}---\n${web}`);
    expect((await run('all.yaml', '--fail-on', severity)).exitCode).toBe(
      exitCode,
    );
  });

  it('does not fail without findings that bad, or without being told to', async () => {
    write('all.yaml', `${shop}---\n${web}`);
    write('web.yaml', web.split('---').slice(0, 2).join('---'));
    expect((await run('all.yaml')).exitCode).toBe(0);
    expect((await run('web.yaml', '--fail-on', 'info')).exitCode).toBe(0);
    expect(
      (await run('all.yaml', '--fail-on', 'critical', '--now', '2025-12-01'))
        .exitCode,
    ).toBe(0);
  });

  it('judges by other severities', async () => {
    write('all.yaml', `${shop}---\n${web}`);
    const report = await reportOf(
      'all.yaml',
      '--severity',
      'ingress-nginx-retirement=low',
      '--severity',
      'service-resilience=info',
    );
    const found = new Map(
      report.services[1].findings.map(({ ruleId, severity }) => [
        ruleId,
        severity,
      ]),
    );
    expect(found.get('ingress-nginx-retirement')).toBe('low');
    expect(found.get('public-without-tls')).toBe('medium');
    expect(report.services[1].risk).toBe('medium');
  });

  describe('refuses in one line, with the way out,', () => {
    it.each<[string, string[], RegExp]>([
      [
        'a file that is not there',
        ['gone.yaml'],
        /gone\.yaml: there is no such file or folder; check/,
      ],
      [
        'a folder without manifests',
        ['empty'],
        /no files end in \.yaml, \.yml, \.json; name/,
      ],
      [
        'files without an object',
        ['words.yaml'],
        /no Kubernetes object that has to do with traffic in words\.yaml; give/,
      ],
      [
        'Azure rows that are not JSON',
        ['web.yaml', '--azure', 'words.yaml'],
        /words\.yaml is not JSON; write it with/,
      ],
      [
        'Azure rows that are no list',
        ['web.yaml', '--azure', 'object.json'],
        /object\.json holds no list/,
      ],
      [
        'a date that is none',
        ['web.yaml', '--now', '2026-02-30'],
        /Give a day such as/,
      ],
      ['another date', ['web.yaml', '--now', 'tomorrow'], /Give a day such as/],
      [
        'an unknown format',
        ['web.yaml', '--format', 'xml'],
        /Allowed choices are table, json, sarif/,
      ],
      [
        'an unknown severity',
        ['web.yaml', '--fail-on', 'bad'],
        /Allowed choices are critical/,
      ],
      [
        'a rule that does not exist',
        ['web.yaml', '--severity', 'mesh-mlts=low'],
        /As to mesh-mlts: there is no rule of this id; the nearest one is mesh-mtls/,
      ],
      [
        'a severity without its rule',
        ['web.yaml', '--severity', 'low'],
        /Give a rule and one of critical, high, medium, low, info, such as/,
      ],
      [
        'a rule without its severity',
        ['web.yaml', '--severity', 'mesh-mtls=bad'],
        /Give a rule and one of critical/,
      ],
      ['an unknown option', ['web.yaml', '--what'], /unknown option '--what'/],
      ['no file', [], /nothing to check; name files/],
    ])('%s', async (_name, args, message) => {
      write('web.yaml', web);
      write('words.yaml', 'just words');
      write('object.json', '{"a": 1}');
      mkdirSync(join(folder, 'empty'));
      const { exitCode, errors } = await run(...args);
      expect(exitCode).toBe(2);
      expect(errors.split('\n')[0]).toMatch(message);
    });
  });

  it('says what it can do, and nothing else', async () => {
    const { exitCode, output } = await run('--help');
    expect(exitCode).toBe(0);
    for (const option of [
      '--azure',
      '--cluster',
      '--kubeconfig',
      '--context',
      '--dangerously-allow-insecure-tls',
      '--docs-url',
      'sarif',
      '--format',
      '--now',
      '--fail-on',
      '--severity',
    ]) {
      expect(output).toContain(option);
    }
    expect(output).not.toMatch(/migrate/);
  });
});
