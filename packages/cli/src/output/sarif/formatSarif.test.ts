import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { Finding } from 'backstage-plugin-aks-traffic-common';
import { ruleCatalogue } from 'backstage-plugin-aks-traffic-engine';
import { azureRows, shop, web } from '../../__testUtils__/manifests';
import { runInMemory } from '../../__testUtils__/runInMemory';
import schema from '../../__testUtils__/sarif-2.1.0.schema.json';
import { schemaProblems } from '../../__testUtils__/schemaProblems';
import { ObjectPlaces } from 'backstage-plugin-aks-traffic-node';
import { formatSarif } from './formatSarif';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function sarif(...args: string[]) {
  const { output } = await runInMemory(
    ['check', ...args, '--format', 'sarif'],
    { cwd: folder },
  );
  const log = JSON.parse(output);
  expect(schemaProblems(log, schema)).toEqual([]);
  const [run] = log.runs;
  return { run, results: run.results as any[] };
}

/** Results without what depends on where objects stand. */
function identities(results: any[]) {
  return results.map(({ ruleId, partialFingerprints }) => ({
    ruleId,
    partialFingerprints,
  }));
}

describe('SARIF', () => {
  it('puts findings at the file and line of the object they are about', async () => {
    mkdirSync(join(folder, 'my apps'));
    writeFileSync(join(folder, 'my apps/web.yaml'), `${shop}---\n${web}`);
    const { run, results } = await sarif('my apps');
    const found = results.find(
      ({ ruleId }) => ruleId === 'ingress-nginx-retirement',
    );
    expect(found).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('What to do:') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: {
              uri: 'my%20apps/web.yaml',
              uriBaseId: '%SRCROOT%',
            },
            region: {
              startLine: `${shop}---\n${web}`
                .split('\n')
                .findIndex(line => line === 'kind: Ingress'),
            },
          },
          logicalLocations: [
            {
              name: 'web',
              fullyQualifiedName: 'files/networking.k8s.io/v1/Ingress/shop/web',
            },
          ],
        },
      ],
      properties: { severity: 'critical', place: 'shop/web' },
    });
    expect(run.tool.driver.rules[found.ruleIndex]).toMatchObject({
      id: 'ingress-nginx-retirement',
      name: 'IngressNginxRetirement',
      helpUri: expect.stringMatching(/^https:/),
      help: { markdown: expect.stringContaining('## How to fix') },
    });
    expect(run.tool.driver.rules).toHaveLength(ruleCatalogue.length);
  });

  it('names a finding alike when its object moves to another line or file', async () => {
    writeFileSync(join(folder, 'one.yaml'), `${shop}---\n${web}`);
    mkdirSync(join(folder, 'parts'));
    writeFileSync(join(folder, 'parts/a.yaml'), `# moved\n\n${web}`);
    writeFileSync(join(folder, 'parts/b.yaml'), shop);
    const one = await sarif('one.yaml');
    const parts = await sarif('parts');
    expect(one.results.length).toBeGreaterThan(1);
    expect(identities(parts.results)).toEqual(identities(one.results));
    const names = one.results.map(({ partialFingerprints }) =>
      Object.values(partialFingerprints).join(),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('says what was not seen as notifications of the run', async () => {
    writeFileSync(join(folder, 'web.yaml'), `${web}---\na: [\n`);
    const { run } = await sarif('web.yaml');
    expect(run.invocations).toMatchObject([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: { text: expect.stringContaining('not valid YAML') },
          },
        ],
      },
    ]);
  });

  it('links to the pages of rules where they are published', async () => {
    writeFileSync(join(folder, 'web.yaml'), web);
    writeFileSync(join(folder, 'rows.json'), JSON.stringify(azureRows('a')));
    const { run } = await sarif(
      'web.yaml',
      '--azure',
      'rows.json',
      '--docs-url',
      'https://git.example/aks-traffic/',
    );
    for (const { id, helpUri } of run.tool.driver.rules) {
      expect(helpUri).toBe(
        `https://git.example/aks-traffic/docs/rules/${id}.md`,
      );
    }
  });

  it('is valid for every cluster of the estate', async () => {
    const clusters = resolve(
      __dirname,
      '../../../../simulator/estates/contoso/clusters',
    );
    const { results } = await sarif(clusters);
    expect(results.length).toBeGreaterThan(10);
  });

  it('is valid whatever names and messages say', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '{0}',
        '[a](b)',
        '../../x',
        'C:\\x',
        '%',
        '',
        '\u001b[0m',
      ),
    );
    const finding = fc.record({
      ruleId: fc.constantFrom('ingress-nginx-retirement', 'no-such-rule'),
      severity: fc.constantFrom('critical', 'high', 'medium', 'low', 'info'),
      subject: fc.oneof(
        fc.record({ apiVersion: text, kind: text, name: text }),
        fc.record({ armId: text }),
      ),
      message: text,
      evidence: fc.array(
        fc.record({
          object: fc.record({ apiVersion: text, kind: text, name: text }),
          field: text,
          value: text,
          meaning: text,
        }),
        { maxLength: 3 },
      ),
      remediation: fc.record({ summary: text, actions: fc.array(text) }),
      docs: text,
    }) as fc.Arbitrary<Finding>;
    fc.assert(
      fc.property(
        fc.array(finding, { maxLength: 4 }),
        text,
        (findings, name) => {
          const places = new ObjectPlaces();
          for (const { subject } of findings) {
            if (!('armId' in subject)) {
              places.add(subject, { file: `/src/${name}`, line: 1 });
            }
          }
          const log = JSON.parse(
            formatSarif({
              folder: '/src',
              places,
              report: {
                schemaVersion: 1,
                generatedAt: '2026-11-22T12:00:00.000Z',
                coverage: [{ cluster: name, state: 'partial', gaps: [name] }],
                clusters: [{ name, controllers: [], findings }],
                services: [],
                orphans: [],
              },
            }),
          );
          expect(schemaProblems(log, schema)).toEqual([]);
          for (const { message } of log.runs[0].results) {
            expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(
              /\{\d+\}/,
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
