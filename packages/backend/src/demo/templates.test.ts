import { readdirSync, readFileSync, statSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { join, relative, resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import azureModule from '@backstage/plugin-scaffolder-backend-module-azure';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  analyzeCluster,
  createReport,
  findingsOf,
  patterns,
  readManifests,
} from 'backstage-plugin-aks-traffic-engine';
import aksTrafficModule from 'backstage-plugin-scaffolder-backend-module-aks-traffic';
import { parse } from 'yaml';
import { demoModule } from './module';

// Scaffolder tasks run in a whole backend.
jest.setTimeout(120_000);

const templates = resolve(__dirname, '../../../../templates');
const now = new Date('2026-11-28T12:00:00Z');

/** What the scaffolder answers to a dry run. */
interface DryRun {
  status: number;
  log: { body: { message: string; stepId?: string } }[];
  files: Map<string, string>;
  output: { links?: { title: string; entityRef?: string }[] };
  errors: unknown;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const cases = patterns.flatMap(({ id, exposures }) =>
  exposures.map(exposure => [id, exposure] as const),
);

/** What the wizard asks for with each pattern. */
const answers: Record<string, object> = {
  'application-gateway-for-containers': {
    applicationLoadBalancer: 'alb-infra/alb',
    firewallPolicyId:
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/waf',
  },
  'front-door-private-link': { privateLinkSubnet: 'links' },
  'mesh-gateway': { meshRevision: 'asm-1-30' },
  'layer-4': { sourceRanges: ['203.0.113.0/24'] },
};

function valuesFor(pattern: string, exposure: string): object {
  return {
    name: 'parcels',
    owner: 'group:default/team-parcels',
    cluster: 'aks-shop',
    exposure,
    image: 'contoso.azurecr.io/parcels:1.4.0',
    port: 8080,
    egress: 'cluster',
    pattern,
    ...(exposure !== 'cluster-only' && { host: 'parcels.contoso.example' }),
    ...answers[pattern],
  };
}

describe('the templates, run dry', () => {
  let stop: () => Promise<void>;
  let base: string;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        azureModule,
        aksTrafficModule,
        demoModule,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            demo: {
              repositories: '/tmp/not-written-to',
              simulatorControl: 'http://127.0.0.1:1',
            },
          },
        }),
      ],
    });
    const { port } = backend.server.address() as AddressInfo;
    base = `http://localhost:${port}/api/scaffolder`;
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  async function dryRun(name: string, values: object): Promise<DryRun> {
    const folder = join(templates, name);
    const response = await fetch(`${base}/v2/dry-run`, {
      method: 'POST',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        template: parse(readFileSync(join(folder, 'template.yaml'), 'utf8')),
        values,
        directoryContents: filesBelow(folder).map(path => ({
          path: relative(folder, path),
          base64Content: readFileSync(path).toString('base64'),
        })),
      }),
    });
    const body = await response.json();
    return {
      status: response.status,
      log: body.log,
      output: body.output,
      errors: body.errors ?? body.error,
      files: new Map(
        (body.directoryContents ?? []).map(
          (file: { path: string; base64Content: string }) => [
            file.path,
            Buffer.from(file.base64Content, 'base64').toString(),
          ],
        ),
      ),
    };
  }

  it.each(cases)(
    'aks-service with %s for %s services writes what has no finding at or above medium',
    async (pattern, exposure) => {
      const { status, errors, log, files } = await dryRun(
        'aks-service',
        valuesFor(pattern, exposure),
      );

      expect(errors).toBeUndefined();
      expect(status).toBe(200);
      const steps = new Set(log.map(({ body }) => body.stepId));
      expect([...steps]).toEqual(
        expect.arrayContaining([
          'manifests',
          'check',
          'publishLocal',
          'deploy',
        ]),
      );
      const { objects, gaps } = readManifests(
        [...files]
          .filter(([path]) => path.startsWith('deploy/base/'))
          .map(([, content]) => content)
          .join('---\n'),
        'output',
      );
      expect(gaps).toEqual([]);
      const report = createReport(
        [
          analyzeCluster(
            {
              cluster: 'files',
              observedAt: now.toISOString(),
              coverage: 'complete',
              gaps: [],
              origin: 'files',
              reads: [],
              objects,
            },
            { rows: [], gaps: [], readTypes: [] },
            { now },
          ),
        ],
        now,
      );
      expect(
        findingsOf(report)
          .filter(({ finding }) =>
            ['critical', 'high', 'medium'].includes(finding.severity),
          )
          .map(({ finding }) => finding.ruleId),
      ).toEqual([]);
      expect(parse(files.get('catalog-info.yaml')!).metadata).toMatchObject({
        name: 'parcels',
        annotations: { 'backstage.io/kubernetes-cluster': 'aks-shop' },
      });
      expect(files.get('.github/workflows/traffic.yaml')).toMatch(
        /aks-traffic check deploy\/ --fail-on high/,
      );
    },
  );

  it.each([
    ['application-gateway-for-containers', 'public'],
    ['mesh-gateway', 'internal'],
  ])(
    'aks-service asks for what %s needs instead of guessing it',
    async (pattern, exposure) => {
      const { status, errors } = await dryRun('aks-service', {
        ...valuesFor(pattern, exposure),
        applicationLoadBalancer: undefined,
        meshRevision: undefined,
      });

      expect(status).toBe(400);
      expect(JSON.stringify(errors)).toMatch(
        /applicationLoadBalancer|meshRevision/,
      );
    },
  );

  it('aks-service forgets what was filled in before another choice was made', async () => {
    const { errors, files } = await dryRun('aks-service', {
      ...valuesFor('app-routing-internal', 'internal'),
      callers: ['everybody'],
      staticEgress: 'partners',
    });

    expect(errors).toBeUndefined();
    expect([...files.values()].join('\n')).not.toMatch(/everybody|partners/);
  });

  it('aks-service writes values as text, whatever they look like', async () => {
    const description = 'A "quoted": {{ value }}\nof two # lines';
    const { errors, files } = await dryRun('aks-service', {
      ...valuesFor('cluster-only', 'cluster-only'),
      name: 'null',
      cluster: 'prod: 1 # west',
      description,
    });

    expect(errors).toBeUndefined();
    expect(parse(files.get('catalog-info.yaml')!).metadata).toMatchObject({
      name: 'null',
      description,
      annotations: {
        'backstage.io/kubernetes-id': 'null',
        'backstage.io/kubernetes-cluster': 'prod: 1 # west',
      },
    });
    expect(parse(files.get('mkdocs.yml')!).site_name).toBe('null');
  });

  it('migrate-ingress takes what a planned move fills in', async () => {
    const { parameters } = parse(
      readFileSync(join(templates, 'migrate-ingress/template.yaml'), 'utf8'),
    ).spec;
    const asked = Object.keys(
      Object.assign(
        {},
        ...parameters.map(
          ({ properties }: { properties: object }) => properties,
        ),
      ),
    );

    expect(asked).toEqual(
      expect.arrayContaining([
        'entityRef',
        'cluster',
        'namespace',
        'ingresses',
        'target',
      ]),
    );
  });
});
