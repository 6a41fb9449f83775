import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readManifests } from 'backstage-plugin-aks-traffic-engine';
import { seriousFindings, startScaffolder } from './__testUtils__/scaffolder';

// Scaffolder tasks run in a whole backend.
jest.setTimeout(120_000);

function ingress(
  name: string,
  nginx: Record<string, string> = {},
  namespace = 'shop',
) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name,
      namespace,
      annotations: Object.fromEntries(
        Object.entries(nginx).map(([key, value]) => [
          `nginx.ingress.kubernetes.io/${key}`,
          value,
        ]),
      ),
    },
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [`${name}.contoso.example`], secretName: 'tls' }],
      rules: [
        {
          host: `${name}.contoso.example`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  };
}

/** What the portal knows of each component: its Ingresses, and how far they reach. */
const known: Record<string, { objects: object[]; exposure: string }> = {
  shop: {
    objects: [ingress('shop', { 'proxy-body-size': '9m' })],
    exposure: 'public',
  },
  office: { objects: [ingress('office')], exposure: 'internal' },
  new: { objects: [ingress('new')], exposure: 'pending' },
  closed: {
    objects: [ingress('closed', { 'auth-url': 'https://login.example' })],
    exposure: 'public',
  },
  large: {
    objects: Array.from({ length: 800 }, (_, index) =>
      ingress(`shop-${index}`, { 'proxy-body-size': '9m', 'limit-rps': '5' }),
    ),
    exposure: 'public',
  },
};

function answerTo(path: string): object {
  const [, name, what] =
    /^\/v1\/entities\/component\/default\/(.*)\/(.*)$/.exec(path) ?? [];
  const { objects, exposure } = known[name] ?? {};
  switch (what) {
    case 'objects':
      return {
        items: objects.map(object => ({
          cluster: 'aks-shop',
          observedAt: '2026-11-28T11:00:00Z',
          reference: {},
          object,
        })),
      };
    case 'traffic':
      return {
        services: [{ cluster: 'aks-shop', exposure, entryPoints: [] }],
      };
    default:
      return { items: [{ name: 'aks-shop', kubernetesVersion: '1.36.2' }] };
  }
}

/** The routes of the portal that the action asks. */
const portal = createBackendPlugin({
  pluginId: 'aks-traffic',
  register(env) {
    env.registerInit({
      deps: { router: coreServices.httpRouter },
      async init({ router }) {
        router.use(({ path }, response) => {
          response.json(answerTo(path));
        });
      },
    });
  },
});

describe('the template migrate-ingress, run dry,', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    scaffolder = await startScaffolder([portal]);
  });

  afterAll(() => scaffolder.stop());

  const move = (name: string, values: object = {}) =>
    scaffolder.dryRun('migrate-ingress', {
      entityRef: `component:default/${name}`,
      target: 'app-routing-gateway-api',
      ...values,
    });

  it.each([
    'app-routing-gateway-api',
    'application-gateway-for-containers',
    'istio',
  ])('writes what takes the place of the Ingresses at %s', async target => {
    const { status, errors, log, files, output } = await move('shop', {
      target,
    });

    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(log.map(({ body }) => body.stepId)).toContain('publishLocal');
    expect(files.get('deploy/gateway/MIGRATION.md')).toMatch(
      /`shop\/shop`, `proxy-body-size`/,
    );
    const { objects, gaps } = readManifests(
      [...files]
        .filter(([path]) => /^deploy\/gateway\/[a-z]+\.yaml$/.test(path))
        .filter(([path]) => !path.endsWith('kustomization.yaml'))
        .map(([, content]) => content)
        .join('---\n'),
      'output',
    );
    expect(gaps).toEqual([]);
    expect(objects.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['Gateway', 'HTTPRoute']),
    );
    expect(seriousFindings(objects)).toEqual([]);
    expect(JSON.stringify(output)).toMatch(/Read `deploy\/gateway\/MIGRATION/);
  });

  it('gives a private address to what is internal, and a public one by request', async () => {
    const internal = await move('office');
    const open = await move('office', { makePublic: true });

    expect(internal.files.get('deploy/gateway/gateway.yaml')).toMatch(
      /azure-load-balancer-internal: "true"/,
    );
    expect(open.files.get('deploy/gateway/gateway.yaml')).not.toMatch(
      /azure-load-balancer-internal/,
    );
  });

  it('asks a person about what nobody knows the reach of', async () => {
    const { files } = await move('new');

    expect(files.get('deploy/gateway/MIGRATION.md')).toMatch(
      /`shop\/new`, `exposure`: .*unknown or pending/,
    );
    expect(
      (await move('shop')).files.get('deploy/gateway/MIGRATION.md'),
    ).not.toMatch(/`exposure`/);
  });

  it('opens nothing that is closed, unless it is asked to', async () => {
    const refused = await move('closed');
    const open = await move('closed', { allowOpen: true });

    expect(refused.status).not.toBe(200);
    expect(JSON.stringify(refused.errors)).toMatch(/let everybody in/);
    expect(open.status).toBe(200);
    expect(open.files.get('deploy/gateway/MIGRATION.md')).toMatch(
      /Open by request/,
    );
  });

  it('proposes the change with a description that GitHub takes, however much moves', async () => {
    const { errors, log, files } = await move('large', {
      repository: 'github.com?owner=contoso&repo=shop',
    });
    expect(errors).toBeUndefined();
    const [input] = log
      .filter(({ body }) => body.stepId === 'githubPullRequest')
      .flatMap(
        ({ body }) =>
          /inputs \(secrets redacted\): (\{.*\})/s.exec(body.message)?.[1] ??
          [],
      );
    const { description } = JSON.parse(input);

    expect(files.get('deploy/gateway/MIGRATION.md')!.length).toBeGreaterThan(
      65_536,
    );
    expect(description.length).toBeLessThan(10_000);
    expect(description).toMatch(/And \d+ more, in `deploy\/gateway\/MIGRATION/);
  });
});
