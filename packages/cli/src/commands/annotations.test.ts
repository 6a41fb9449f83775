import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  annotationCatalogue,
  AnnotationCatalogueEntry,
  JudgedIngress,
} from 'backstage-plugin-aks-traffic-engine';
import { azureRows, shop, web } from '../__testUtils__/manifests';
import { runInMemory } from '../__testUtils__/runInMemory';
import { catalogueMarkdown } from '../output/annotations/formatCatalogue';

const page = resolve(__dirname, '../../../../docs/annotations.md');

describe('annotations', () => {
  it('prints the whole catalogue as JSON', async () => {
    const { exitCode, output } = await runInMemory([
      'annotations',
      '--format',
      'json',
    ]);
    expect(exitCode).toBe(0);
    const entries: AnnotationCatalogueEntry[] = JSON.parse(output);
    expect(entries).toEqual(annotationCatalogue);
    expect(entries).toHaveLength(146);
    expect(entries[0]).toMatchObject({
      annotation: 'nginx.ingress.kubernetes.io/affinity',
      upstreamRisk: 'Low',
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  it.each([
    [120, /^proxy-body-size +Medium +blocked +blocked +changes-behaviour$/m],
    [50, /^proxy-body-size\n {2}risk +Medium\n {2}app routing +blocked$/m],
  ])('prints it for people, %s columns wide', async (columns, expected) => {
    const { output } = await runInMemory(['annotations'], { columns });
    expect(output).toMatch(expected);
    expect(output).toContain('cors-max-age');
    expect(output).toMatch(/146 annotations/);
    expect(output.split('\n').filter(line => line.length > columns)).toEqual(
      [],
    );
  });

  it('is what the page about annotations says', async () => {
    const { output } = await runInMemory([
      'annotations',
      '--format',
      'markdown',
    ]);
    expect(output).toBe(catalogueMarkdown(annotationCatalogue));
    const [, written] = /<!-- catalogue -->\n\n([^]*)\n<!-- end -->/.exec(
      readFileSync(page, 'utf8'),
    )!;
    expect(normalised(written)).toEqual(normalised(output));
  });

  describe('with files', () => {
    let folder: string;
    const annotated = web.replace(
      /(kind: Ingress\nmetadata:\n)/,
      `$1  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: 8m
    nginx.ingress.kubernetes.io/proxy-bdy-size: 8m
    nginx.ingress.kubernetes.io/limit-rps: many
`,
    );

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'aks-traffic-'));
      writeFileSync(join(folder, 'shop.yaml'), `${shop}---\n${annotated}`);
      writeFileSync(
        join(folder, 'rows.json'),
        JSON.stringify(azureRows('aks-shop')),
      );
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    const run = (...args: string[]) =>
      runInMemory(['annotations', ...args], { cwd: folder });

    it('judges every annotation of the Ingresses in them', async () => {
      const { exitCode, output } = await run('shop.yaml', '--format', 'json');
      expect(exitCode).toBe(0);
      const { ingresses }: { ingresses: JudgedIngress[] } = JSON.parse(output);
      expect(ingresses).toHaveLength(1);
      expect(
        ingresses[0].annotations.map(({ name, status, effective }) => [
          name,
          status,
          effective,
        ]),
      ).toEqual([
        ['limit-rps', 'current', true],
        ['proxy-bdy-size', 'unknown', false],
        ['proxy-body-size', 'current', true],
      ]);
      expect(ingresses[0].effects.map(({ id }) => id)).toContain(
        'request-buffering',
      );
    });

    it('says it for people', async () => {
      const { output } = await run('shop.yaml');
      expect(output).toContain('3 annotations of ingress-nginx');
      expect(output).toContain('did you mean proxy-body-size?');
      expect(output).toContain(
        '! The value is no whole number: the controller leaves the whole Ingress out.',
      );
      expect(output).toContain('Istio add-on: changes-behaviour.');
    });

    it('judges by the version of the cluster', async () => {
      const { exitCode, output } = await run(
        'shop.yaml',
        '--azure',
        'rows.json',
        '--cluster',
        'aks-shop',
        '--format',
        'json',
      );
      expect(exitCode).toBe(0);
      expect(JSON.parse(output).gaps).toEqual([]);
    });

    it('reads the settings of the controller where they are among the files', async () => {
      const settings = {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'ingress-nginx-controller', namespace: 'ingress' },
        data: {
          'allow-snippet-annotations': 'false',
          'proxy-body-size': '64m',
        },
      };
      writeFileSync(
        join(folder, 'all.yaml'),
        [
          shop.replace(
            '--publish-service',
            '--configmap=$(POD_NAMESPACE)/ingress-nginx-controller\n            - --publish-service',
          ),
          web,
          JSON.stringify(settings),
        ].join('---\n'),
      );
      const { output } = await run('all.yaml', '--format', 'json');
      const { ingresses }: { ingresses: JudgedIngress[] } = JSON.parse(output);
      const ids = ingresses[0].effects.map(({ id }) => id);
      expect(ids).toContain('controller-setting:proxy-body-size');
      expect(ids).not.toContain('controller-settings-unknown');
      expect(ids).not.toContain('body-size-limit');
    });

    it('refuses what has no Ingress, and options that say nothing', async () => {
      writeFileSync(join(folder, 'none.yaml'), 'kind: Service\n');
      const none = await run('none.yaml');
      expect(none.exitCode).toBe(2);
      expect(none.errors).toContain('no Ingress in none.yaml');
      const azure = await run('--azure', 'rows.json');
      expect(azure.exitCode).toBe(2);
      expect(azure.errors).toContain('no files to judge');
      const markdown = await run('shop.yaml', '--format', 'markdown');
      expect(markdown.exitCode).toBe(2);
      expect(markdown.errors).toContain('markdown is for the catalogue');
    });
  });
});

/** Lines of Markdown, however wide the columns of its tables were made. */
function normalised(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim())
    .filter(line => line !== '');
}
