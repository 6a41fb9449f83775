import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { parse, parseAllDocuments } from 'yaml';
import { createMigrateAction } from './createMigrateAction';
import { migrateExamples } from './migrateExamples';

const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: {
    name: 'shop',
    namespace: 'shop',
    annotations: {
      'nginx.ingress.kubernetes.io/proxy-body-size': '8m',
    },
  },
  spec: {
    ingressClassName: 'nginx',
    tls: [{ hosts: ['shop.contoso.com'], secretName: 'shop-tls' }],
    rules: [
      {
        host: 'shop.contoso.com',
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

const refused = structuredClone(ingress);
refused.spec.rules[0].http.paths[0].path = '/a b';

describe('aksTraffic:migrate', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const workspace = createMockDirectory();
  const action = createMigrateAction({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    now: () => new Date('2026-11-28T12:00:00Z'),
  });
  const contextOf = (input: Parameters<typeof action.handler>[0]['input']) =>
    createMockActionContext({ input, workspacePath: workspace.path });
  const read = (path: string) => readFileSync(workspace.resolve(path), 'utf8');

  beforeEach(() => {
    workspace.clear();
    mkdirSync(workspace.resolve('deploy'), { recursive: true });
    writeFileSync(
      workspace.resolve('deploy/ingress.yaml'),
      JSON.stringify(ingress),
    );
  });

  /** The portal, which knows the entity in some clusters with some exposure. */
  function portal(
    clusters: string[],
    exposure: string,
    {
      objects = [ingress],
      entryPoints,
    }: { objects?: object[]; entryPoints?: object[] } = {},
  ) {
    const base =
      'http://localhost:0/api/aks-traffic/v1/entities/component/default/shop';
    server.use(
      http.get(`${base}/objects`, ({ request }) =>
        request.headers.get('authorization')?.startsWith('Bearer ')
          ? HttpResponse.json({
              items: clusters.flatMap(cluster =>
                objects.map(object => ({
                  cluster,
                  observedAt: '2026-11-28T11:00:00Z',
                  reference: {},
                  object,
                })),
              ),
            })
          : new HttpResponse(null, { status: 401 }),
      ),
      http.get('http://localhost:0/api/aks-traffic/v1/clusters', () =>
        HttpResponse.json({
          items: clusters.map(name => ({ name, kubernetesVersion: '1.36.2' })),
        }),
      ),
      http.get(`${base}/traffic`, () =>
        HttpResponse.json({
          services: clusters.map(cluster => ({
            cluster,
            exposure,
            entryPoints,
          })),
        }),
      ),
    );
  }

  it('writes objects and the guide', async () => {
    const context = contextOf({ to: 'approuting-istio', path: 'deploy' });
    await action.handler(context);

    expect(read('deploy/gateway/gateway.yaml')).toMatch(
      /gatewayClassName: approuting-istio/,
    );
    const routes = parseAllDocuments(read('deploy/gateway/httproute.yaml'));
    expect(routes).toHaveLength(2);
    expect(read('deploy/gateway/MIGRATION.md')).toMatch(/proxy-body-size/);
    // Files do not say how far they reach, so that is asked too.
    expect(context.output).toHaveBeenCalledWith('decisions', 2);
    expect(context.output).toHaveBeenCalledWith(
      'summary',
      expect.stringMatching(/Read `deploy\/gateway\/MIGRATION\.md` before/),
    );
    expect(parse(read('deploy/gateway/kustomization.yaml')).resources).toEqual([
      'gateway.yaml',
      'httproute.yaml',
    ]);
  });

  it('writes the same when it is run again over its own output', async () => {
    await action.handler(contextOf({ to: 'istio', path: 'deploy' }));
    const before = read('deploy/gateway/httproute.yaml');
    await action.handler(contextOf({ to: 'istio', path: 'deploy' }));

    expect(read('deploy/gateway/httproute.yaml')).toBe(before);
  });

  it.each([
    ['internal', /azure-load-balancer-internal/],
    ['private-link', /azure-load-balancer-internal/],
    ['cluster-only', /azure-load-balancer-internal/],
    ['public', /^(?![\s\S]*azure-load-balancer-internal)/],
  ])(
    'moves an entity that is %s to a Gateway that is too',
    async (exposure, expected) => {
      portal(['aks-shop'], exposure);
      await action.handler(
        contextOf({ to: 'istio', entityRef: 'component:default/shop' }),
      );

      expect(read('deploy/gateway/gateway.yaml')).toMatch(expected);
    },
  );

  it('does not make public what is internal, unless it is asked to', async () => {
    portal(['aks-shop'], 'internal');
    const input = {
      to: 'azure-alb-external',
      entityRef: 'component:default/shop',
    };

    await expect(action.handler(contextOf(input))).rejects.toThrow(
      /internal today would be public/,
    );
    expect(workspace.content()).not.toHaveProperty('deploy.gateway');
    await expect(
      action.handler(contextOf({ ...input, internal: false })),
    ).resolves.toBeUndefined();
  });

  describe('with Ingresses that reach differently far', () => {
    const other = structuredClone(ingress);
    other.metadata.name = 'office';
    other.spec.rules[0].host = 'office.contoso.com';
    const wayIn = (name: string, exposure: string) => ({
      resource: { kind: 'Ingress', namespace: 'shop', name },
      exposure,
    });
    const input = { to: 'istio', entityRef: 'component:default/shop' };

    beforeEach(() =>
      portal(['aks-shop'], 'public', {
        objects: [ingress, other],
        entryPoints: [wayIn('shop', 'public'), wayIn('office', 'internal')],
      }),
    );

    it('does not make one public because it moves with another that is', async () => {
      await expect(action.handler(contextOf(input))).rejects.toThrow(
        /moves together with what is public/,
      );
      expect(workspace.content()).not.toHaveProperty('deploy.gateway');
    });

    it.each([
      ['office', /azure-load-balancer-internal/],
      ['shop', /^(?![\s\S]*azure-load-balancer-internal)/],
    ])('moves %s alone to where it is today', async (name, expected) => {
      await action.handler(
        contextOf({ ...input, ingresses: [`shop/${name}`] }),
      );

      expect(read('deploy/gateway/gateway.yaml')).toMatch(expected);
    });
  });

  it('takes the fields that the version of the cluster has', async () => {
    portal(['aks-shop'], 'public');
    await action.handler(
      contextOf({ to: 'istio', entityRef: 'component:default/shop' }),
    );

    expect(read('deploy/gateway/httproute.yaml')).toMatch(/statusCode: 308/);
  });

  it('lets nobody in who is kept out today, unless it is asked to', async () => {
    writeFileSync(
      workspace.resolve('deploy/ingress.yaml'),
      JSON.stringify(ingress).replace('proxy-body-size', 'auth-url'),
    );
    const input = { to: 'istio', path: 'deploy' };

    await expect(action.handler(contextOf(input))).rejects.toThrow(
      /let everybody in.*allowOpen:\nshop\/shop: auth-url asks for external authentication/,
    );
    expect(workspace.content()).not.toHaveProperty('deploy.gateway');
    await action.handler(contextOf({ ...input, allowOpen: true }));
    expect(read('deploy/gateway/MIGRATION.md')).toMatch(/## Open by request/);
  });

  it.each([
    [{ ingresses: [] }, true],
    [{ namespace: 'shop' }, true],
    [{ namespace: 'shop', ingresses: ['shop/shop'] }, true],
    [{ namespace: 'other' }, false],
    [{ namespace: 'other', ingresses: ['shop/shop'] }, false],
  ])('moves of one namespace what %j names: %s', async (which, isMoved) => {
    const result = await action
      .handler(contextOf({ to: 'istio', path: 'deploy', ...which }))
      .then(
        () => 'moved',
        error => error.message,
      );

    expect(result).toMatch(isMoved ? /^moved$/ : /no Ingress/);
  });

  it('asks which cluster when there are several', async () => {
    portal(['aks-a', 'aks-b'], 'public');

    await expect(
      action.handler(
        contextOf({ to: 'istio', entityRef: 'component:default/shop' }),
      ),
    ).rejects.toThrow(/aks-a, aks-b\); name the one to move/);
  });

  it('fails on a path that would not be served, unless that is allowed', async () => {
    writeFileSync(
      workspace.resolve('deploy/ingress.yaml'),
      JSON.stringify({
        ...refused,
        spec: {
          ...refused.spec,
          rules: [...refused.spec.rules, ...ingress.spec.rules],
        },
      }),
    );
    const input = { to: 'istio', path: 'deploy' };

    await expect(action.handler(contextOf(input))).rejects.toThrow(
      /not be served.*\nshop\.contoso\.com\/a b/,
    );
    await expect(
      action.handler(contextOf({ ...input, allowUnserved: true })),
    ).resolves.toBeUndefined();
  });

  it.each([
    [{ to: 'istio' }, /Name either/],
    [{ to: 'istio', path: '.', entityRef: 'component:a' }, /Name either/],
    [{ to: 'istio', path: '../..' }, /outside/],
    [{ to: 'istio', path: 'deploy', outputPath: '/etc' }, /outside/],
    [{ to: 'istio', path: 'deploy', ingresses: ['shop'] }, /namespace\/name/],
    [{ to: 'istio', path: 'deploy', ingresses: ['a/b'] }, /no Ingress/],
  ])('refuses %j', async (input, message) => {
    await expect(action.handler(contextOf(input))).rejects.toThrow(message);
  });

  it('writes nothing when the task is cancelled', async () => {
    await expect(
      action.handler({
        ...contextOf({ to: 'istio', path: 'deploy' }),
        signal: AbortSignal.abort(),
      }),
    ).rejects.toThrow(/abort/i);
    expect(workspace.content()).not.toHaveProperty('deploy.gateway');
  });

  it.each(migrateExamples)(
    'runs its example: $description',
    async ({ example }) => {
      portal(['aks-shop'], 'public');
      const [step] = parse(example).steps;

      expect(step.action).toBe(action.id);
      await expect(
        action.handler(contextOf(step.input)),
      ).resolves.toBeUndefined();
    },
  );
});
