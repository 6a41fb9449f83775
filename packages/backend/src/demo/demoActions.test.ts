import fs, { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import git from 'isomorphic-git';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createDeployAction } from './createDeployAction';
import { createPublishAction } from './createPublishAction';
import { createRegisterAction } from './createRegisterAction';

const service = (name: string) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
`;

describe('the end of the golden path in the demo', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const directory = createMockDirectory();
  const workspacePath = directory.resolve('workspace');
  const repositories = directory.resolve('repositories');

  beforeEach(() => {
    directory.clear();
    mkdirSync(directory.resolve('workspace/deploy'), { recursive: true });
    writeFileSync(
      directory.resolve('workspace/catalog-info.yaml'),
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: shop }\n',
    );
    writeFileSync(
      directory.resolve('workspace/deploy/all.yaml'),
      `${service('shop')}---\n${service('api')}`,
    );
    writeFileSync(
      directory.resolve('workspace/deploy/kustomization.yaml'),
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [all.yaml]\n',
    );
  });

  describe('demo:publish', () => {
    const action = createPublishAction({ repositories });
    const contextOf = (input: { name: string }, isDryRun = false) => ({
      ...createMockActionContext({ input, workspacePath }),
      isDryRun,
    });

    it('makes a repository with one commit of all files', async () => {
      const context = contextOf({ name: 'shop' });
      await action.handler(context);

      const dir = `${repositories}/shop`;
      const [commit] = await git.log({ fs, dir });
      expect(context.output).toHaveBeenCalledWith('folder', dir);
      expect(context.output).toHaveBeenCalledWith('commit', commit.oid);
      expect(await git.listFiles({ fs, dir })).toEqual([
        'catalog-info.yaml',
        'deploy/all.yaml',
        'deploy/kustomization.yaml',
      ]);
      expect(
        (await git.statusMatrix({ fs, dir })).every(
          ([, head, work, stage]) => head === 1 && work === 1 && stage === 1,
        ),
      ).toBe(true);
    });

    it('does not touch a repository that is there', async () => {
      await action.handler(contextOf({ name: 'shop' }));

      await expect(action.handler(contextOf({ name: 'shop' }))).rejects.toThrow(
        /choose another name, or delete the folder/,
      );
    });

    it('leaves nothing behind in a dry run', async () => {
      await action.handler(contextOf({ name: 'shop' }, true));

      expect(existsSync(repositories)).toBe(false);
    });
  });

  describe('demo:register', () => {
    const addLocation = jest.fn();
    const getEntityByRef = jest.fn();
    const action = createRegisterAction({
      repositories,
      catalog: { addLocation, getEntityByRef },
      pollMs: 1,
      timeoutMs: 20,
    });
    const contextOf = () =>
      createMockActionContext({ input: { name: 'shop' }, workspacePath });

    it('registers the entities of the repository as the user', async () => {
      await createPublishAction({ repositories }).handler(contextOf());
      addLocation.mockResolvedValue({
        entities: [
          { kind: 'Location', metadata: { name: 'generated-1' } },
          { kind: 'Component', metadata: { name: 'shop' } },
        ],
      });
      getEntityByRef.mockResolvedValueOnce(undefined);
      getEntityByRef.mockResolvedValueOnce({ kind: 'Component' });
      const context = contextOf();

      await action.handler(context);

      expect(getEntityByRef).toHaveBeenCalledTimes(2);
      expect(addLocation).toHaveBeenLastCalledWith(
        { type: 'file', target: `${repositories}/shop/catalog-info.yaml` },
        { credentials: await context.getInitiatorCredentials() },
      );
      expect(context.output).toHaveBeenCalledWith(
        'entityRef',
        'component:default/shop',
      );
    });

    it('is done although the catalog takes long', async () => {
      await createPublishAction({ repositories }).handler(contextOf());
      addLocation.mockResolvedValue({
        entities: [{ kind: 'Component', metadata: { name: 'shop' } }],
      });
      getEntityByRef.mockResolvedValue(undefined);

      await expect(action.handler(contextOf())).resolves.toBeUndefined();
    });

    it('says what to do first when there is no repository', async () => {
      await expect(action.handler(contextOf())).rejects.toThrow(
        /publish a workspace/,
      );
    });
  });

  describe('demo:deploy', () => {
    const action = createDeployAction({
      simulatorControl: 'http://control.test',
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      pollMs: 1,
    });
    const clusters = 'http://localhost:0/api/aks-traffic/v1/clusters';
    const readAt = (attemptedAt: Date) =>
      HttpResponse.json({
        items: [{ name: 'aks shop', attemptedAt: attemptedAt.toISOString() }],
      });
    const contextOf = (path = 'deploy') =>
      createMockActionContext({
        input: { cluster: 'aks shop', path },
        workspacePath,
      });
    const refresh =
      'http://localhost:0/api/aks-traffic/v1/clusters/aks%20shop/refresh';

    it('deploys the objects of the folder and has the cluster read again', async () => {
      let deployed = '';
      let authorization: string | null = null;
      server.use(
        http.post(
          'http://control.test/clusters/aks%20shop/deploy',
          async ({ request }) => {
            deployed = await request.text();
            return HttpResponse.json({});
          },
        ),
        http.post(refresh, ({ request }) => {
          authorization = request.headers.get('authorization');
          return HttpResponse.json({ cluster: 'aks shop', started: true });
        }),
        http.get(clusters, () => readAt(new Date(Date.now() + 1))),
      );
      const context = contextOf();

      await action.handler(context);

      expect(context.output).toHaveBeenCalledWith('objects', 2);
      expect(deployed).toMatch(/"name":"shop".*\n---\n.*"name":"api"/);
      expect(deployed).not.toMatch(/Kustomization/);
      expect(authorization).toMatch(/^Bearer /);
    });

    it('fails with what the simulator says', async () => {
      server.use(
        http.post('http://control.test/clusters/aks%20shop/deploy', () =>
          HttpResponse.json(
            { error: "There is no cluster 'aks shop'" },
            { status: 404 },
          ),
        ),
      );

      await expect(action.handler(contextOf())).rejects.toThrow(
        "refused the manifests: There is no cluster 'aks shop'",
      );
    });

    it('waits for a reading that began after the deployment, also where none can be asked for', async () => {
      const readings = [new Date(0), new Date(Date.now() + 60_000)];
      server.use(
        http.post('http://control.test/clusters/aks%20shop/deploy', () =>
          HttpResponse.json({}),
        ),
        http.post(refresh, () => new HttpResponse(null, { status: 429 })),
        http.get(clusters, () => readAt(readings.shift()!)),
      );

      await action.handler(contextOf());

      expect(readings).toEqual([]);
    });

    it('is done although the user may not ask for a reading', async () => {
      server.use(
        http.post('http://control.test/clusters/aks%20shop/deploy', () =>
          HttpResponse.json({}),
        ),
        http.post(refresh, () => new HttpResponse(null, { status: 403 })),
      );

      await expect(action.handler(contextOf())).resolves.toBeUndefined();
    });

    it('deploys nothing of a folder in which a file is broken', async () => {
      writeFileSync(`${workspacePath}/deploy/broken.yaml`, 'a: [');

      await expect(action.handler(contextOf())).rejects.toThrow(/broken\.yaml/);
    });

    it('does not leave the workspace', async () => {
      await expect(action.handler(contextOf('../..'))).rejects.toThrow(
        /outside/,
      );
    });
  });
});
