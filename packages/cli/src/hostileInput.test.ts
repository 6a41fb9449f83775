import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { runInMemory } from './__testUtils__/runInMemory';

/** What terminals and pipelines obey. */
const steering =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|##(vso)?\[|::[a-z][\w-]*(\s[^:]*)?::/iu;

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n---\nkind: Secret\n',
      '\r\u001b[2K',
      '\u009b31m',
      '\u2028',
      '\u202e',
      '\u{e0041}',
      '__proto__',
      '../..',
      '{{ .Values.x }}',
      '&a',
      '*a',
      '|',
      '<img src=x>',
      '::error::',
      '##vso[task.setvariable variable=a]',
      '##[error]',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 4,
});

const object = fc
  .record({
    kind: fc.oneof(
      fc.constantFrom('Ingress', 'Service', 'Deployment', 'Gateway', 'List'),
      text,
    ),
    name: text,
    namespace: text,
    annotation: text,
    value: text,
    host: text,
    path: text,
    image: text,
  })
  .map(({ kind, name, namespace, annotation, value, host, path, image }) => ({
    apiVersion: kind === 'Ingress' ? 'networking.k8s.io/v1' : 'v1',
    kind,
    metadata: {
      name,
      namespace,
      labels: { [value]: value },
      annotations: {
        [`nginx.ingress.kubernetes.io/${annotation}`]: value,
        [annotation]: value,
      },
    },
    spec: {
      ingressClassName: 'nginx',
      type: value,
      selector: { [value]: value },
      template: { spec: { containers: [{ name, image, args: [value] }] } },
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: `/${path}`,
                pathType: 'Prefix',
                backend: { service: { name, port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
    status: { loadBalancer: { ingress: [{ ip: value, hostname: host }] } },
  }));

/** Objects as YAML or JSON, whole or cut, or no objects at all. */
const manifests = fc.oneof(
  fc
    .array(object, { minLength: 1, maxLength: 3 })
    .map(objects => objects.map(each => stringify(each)).join('---\n')),
  fc.array(object, { maxLength: 3 }).map(objects => JSON.stringify(objects)),
  fc
    .tuple(object, fc.nat(600))
    .map(([each, length]) => stringify(each).slice(0, length)),
  fc.json(),
  text,
);

const rows = fc.oneof(
  fc.json(),
  text,
  fc
    .array(
      fc.record(
        {
          id: text,
          type: fc.oneof(
            fc.constantFrom(
              'Microsoft.ContainerService/managedClusters',
              'microsoft.network/publicipaddresses',
              'microsoft.network/loadbalancers',
            ),
            text,
          ),
          name: text,
          properties: fc.jsonValue({ maxDepth: 3 }),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    )
    .map(data => JSON.stringify({ data, total_records: data.length })),
);

const commands = [
  ['check', '-'],
  ['check', '-', '--format', 'json'],
  ['check', '-', '--format', 'sarif'],
  ['check', '-', '--azure', 'rows.json'],
  ['migrate', '-', '--to', 'istio'],
  ['migrate', '-', '--to', 'istio', '--allow-open', '--format', 'guide'],
  ['migrate', '-', '--to', 'azure-alb-external', '--format', 'json'],
  ['annotations', '-'],
  ['annotations', '-', '--format', 'json'],
];

describe('the program, over hostile arguments,', () => {
  it.each([
    ['an option', ['check', '--\u001b[31mred\n\u202e']],
    ['a command', ['\u009b31m']],
    ['a value', ['check', '-', '--format', 'a\u001b[2J']],
    ['a path', ['check', '/nowhere/\u001b[31m\u2028']],
  ])('says what is wrong with %s, and steers no terminal', async (_, args) => {
    const { exitCode, output, errors } = await runInMemory(args);

    expect(exitCode).toBe(2);
    expect(errors).toMatch(/\\u/);
    for (const line of `${output}\n${errors}`.split('\n')) {
      expect(line).not.toMatch(steering);
    }
  });
});

describe('the program, over hostile input,', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'aks-traffic-hostile-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(commands.map(command => [command.join(' '), command] as const))(
    'ends as it says with %s, and steers no terminal',
    async (_, command) => {
      await fc.assert(
        fc.asyncProperty(manifests, rows, async (input, azure) => {
          writeFileSync(join(folder, 'rows.json'), azure);
          const run = await runInMemory([...command], { cwd: folder, input });

          expect([0, 1, 2]).toContain(run.exitCode);
          for (const line of `${run.output}\n${run.errors}`.split('\n')) {
            expect(line).not.toMatch(steering);
          }
        }),
        { numRuns: 20 },
      );
    },
  );
});
