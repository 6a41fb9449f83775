import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patterns, readManifests } from 'backstage-plugin-aks-traffic-engine';
import { parse } from 'yaml';
import {
  DryRun,
  seriousFindings,
  startScaffolder,
  templates,
} from './__testUtils__/scaffolder';

// Scaffolder tasks run in a whole backend.
jest.setTimeout(120_000);

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
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    scaffolder = await startScaffolder();
  });

  afterAll(() => scaffolder.stop());

  const dryRun = (name: string, values: object): Promise<DryRun> =>
    scaffolder.dryRun(name, values);

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
      expect(seriousFindings(objects)).toEqual([]);
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
      egressHosts: ['api.contoso.example'],
    });

    expect(errors).toBeUndefined();
    expect([...files.values()].join('\n')).not.toMatch(
      /everybody|partners|api\.contoso/,
    );
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
