import { readFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse, parseAllDocuments } from 'yaml';
import { createCheckAction } from '../check/createCheckAction';
import { createRenderIngressAction } from './createRenderIngressAction';
import { renderIngressExamples } from './renderIngressExamples';

const shop = parse(renderIngressExamples[0].example).steps[0].input;

describe('aksTraffic:renderIngress', () => {
  const workspace = createMockDirectory();
  const action = createRenderIngressAction();
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
