import { readFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { parse, parseAllDocuments } from 'yaml';
import { createCheckAction } from '../check/createCheckAction';
import { createRenderIngressAction } from './createRenderIngressAction';
import { renderIngressExamples } from './renderIngressExamples';

const shop = parse(renderIngressExamples[0].example).steps[0].input;

describe('aksTraffic:renderIngress', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const workspace = createMockDirectory();
  const action = createRenderIngressAction({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
  });
  const contextOf = (input: typeof shop) =>
    createMockActionContext({ input, workspacePath: workspace.path });
  const kindsIn = (path: string) => {
    const documents = parseAllDocuments(
      readFileSync(workspace.resolve(path), 'utf8'),
    );
    return Array.isArray(documents)
      ? documents.map(document => document.toJS().kind)
      : [];
  };

  beforeEach(() => workspace.clear());

  it('writes the manifests and says which', async () => {
    const context = contextOf(shop);
    await action.handler(context);

    expect(kindsIn('deploy/base/gateway.yaml')).toEqual([
      'Gateway',
      'HTTPRoute',
      'HTTPRoute',
    ]);
    expect(context.output).toHaveBeenCalledWith(
      'files',
      expect.arrayContaining([
        'deploy/base/kustomization.yaml',
        'deploy/overlays/production/kustomization.yaml',
      ]),
    );
  });

  it('writes the same again, into the folder that is named', async () => {
    await action.handler(contextOf({ ...shop, path: 'manifests' }));
    const before = readFileSync(
      workspace.resolve('manifests/base/deployment.yaml'),
    );
    await action.handler(contextOf({ ...shop, path: 'manifests' }));

    expect(
      readFileSync(workspace.resolve('manifests/base/deployment.yaml')),
    ).toEqual(before);
  });

  it.each([
    [{ host: undefined }, /needs the host name/],
    [{ exposure: 'internal' }, /is for public services/],
    [{ name: '../x' }, /name \.\.\/x/],
    [{ path: '../../x' }, /outside/],
  ])('refuses %j and says why', async (change, message) => {
    await expect(
      action.handler(contextOf({ ...shop, ...change })),
    ).rejects.toThrow(message);
  });

  describe('compares what is asked with the cluster', () => {
    const mesh = {
      ...shop,
      pattern: 'mesh-gateway',
      keyVaultUri: undefined,
      meshRevision: 'asm-1-30',
      cluster: 'aks-shop',
    };
    const knows = (body: object, status = 200) =>
      server.use(
        http.get('http://localhost:0/api/aks-traffic/v1/patterns', () =>
          HttpResponse.json(body, { status }),
        ),
      );
    const list = (given: object) => ({
      cluster: 'aks-shop',
      items: [],
      egress: [
        { id: 'cluster', title: 'The way of the cluster', whyNot: [] },
        {
          id: 'names',
          title: 'Named hosts only',
          eligible: false,
          whyNot: ['Not on aks-shop: Needs Azure CNI Powered by Cilium.'],
        },
      ],
      neverOffered: [],
      ...given,
    });

    it.each<[object, RegExp]>([
      [
        { meshRevision: 'asm-1-31' },
        /has the revision asm-1-29 and asm-1-30, not asm-1-31/,
      ],
      [
        { egressHosts: ['api.contoso.com'] },
        /Needs Azure CNI Powered by Cilium/,
      ],
    ])('and refuses %j', async (change, message) => {
      knows(list({ meshRevisions: ['asm-1-29', 'asm-1-30'] }));

      await expect(
        action.handler(contextOf({ ...mesh, ...change })),
      ).rejects.toThrow(message);
      expect(workspace.content()).toEqual({});
    });

    it.each<[string, object, number, RegExp]>([
      [
        'the revision is there',
        list({ meshRevisions: ['asm-1-30'] }),
        200,
        /^$/,
      ],
      ['nothing is known of the mesh', list({}), 200, /asm-1-30 is not known/],
      [
        'the portal does not say',
        { error: { name: 'NotAllowedError', message: 'no' } },
        403,
        /Nothing was compared with aks-shop/,
      ],
    ])('and goes on where %s', async (_, body, status, warning) => {
      knows(body, status);
      const context = contextOf(mesh);
      const warn = jest.spyOn(context.logger, 'warn');
      await action.handler(context);

      expect(kindsIn('deploy/base/gateway.yaml')).toContain('Gateway');
      expect(warn.mock.calls.flat().join()).toMatch(warning);
    });

    it('without asking for a revision that the pattern has no use for', async () => {
      knows(list({ meshRevisions: ['asm-1-29'] }));

      await expect(
        action.handler(contextOf({ ...mesh, pattern: 'app-routing-public' })),
      ).resolves.toBeUndefined();
    });
  });

  it('writes nothing when the task is cancelled', async () => {
    await expect(
      action.handler({ ...contextOf(shop), signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
    expect(workspace.content()).toEqual({});
  });

  it.each(renderIngressExamples)(
    'runs its example, and the check after it: $description',
    async ({ example }) => {
      const [step] = parse(example).steps;
      await action.handler(contextOf(step.input));

      expect(step.action).toBe(action.id);
      await expect(
        createCheckAction().handler(
          createMockActionContext({
            input: { failOn: 'medium' as const },
            workspacePath: workspace.path,
          }),
        ),
      ).resolves.toBeUndefined();
    },
  );
});
