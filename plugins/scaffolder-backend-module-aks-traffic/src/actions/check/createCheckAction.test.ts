import { mkdirSync, writeFileSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { checkExamples } from './checkExamples';
import { createCheckAction } from './createCheckAction';

const service = `apiVersion: v1
kind: Service
metadata: { name: shop, namespace: shop }
spec:
  selector: { app: shop }
  ports: [{ port: 80 }]
`;
const retiring = `${service}---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop, namespace: shop }
spec:
  ingressClassName: nginx
  rules:
    - host: shop.contoso.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: shop, port: { number: 80 } } }
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: nginx }
spec: { controller: k8s.io/ingress-nginx }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ingress-nginx-controller, namespace: ingress-nginx }
spec:
  selector: { matchLabels: { app.kubernetes.io/name: ingress-nginx } }
  template:
    metadata: { labels: { app.kubernetes.io/name: ingress-nginx } }
    spec:
      containers:
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.15.1
          args: [/nginx-ingress-controller]
`;

describe('aksTraffic:check', () => {
  const workspace = createMockDirectory();
  const action = createCheckAction({
    now: () => new Date('2026-11-22T12:00:00Z'),
  });

  beforeEach(() => {
    workspace.clear();
    mkdirSync(workspace.resolve('deploy'), { recursive: true });
  });

  function contextOf(input: object = {}) {
    return createMockActionContext({
      input,
      workspacePath: workspace.path,
    });
  }

  it('passes on what has nothing bad, and gives the report', async () => {
    writeFileSync(workspace.resolve('deploy/service.yaml'), service);
    const context = contextOf();

    await action.handler(context);

    expect(context.output).toHaveBeenCalledWith(
      'report',
      expect.objectContaining({
        schemaVersion: 1,
        services: [expect.objectContaining({ service: 'shop' })],
      }),
    );
  });

  it('fails on a retiring ingress and says which object, why and how it is called', async () => {
    writeFileSync(workspace.resolve('deploy/all.yaml'), retiring);

    await expect(action.handler(contextOf())).rejects.toThrow(
      /severity high or above; .*\n.*high: shop\/shop: .*community ingress-nginx.*\(ingress-nginx-retirement\)/,
    );
  });

  it('leaves out what is not below the path', async () => {
    writeFileSync(workspace.resolve('retiring.yaml'), retiring);
    writeFileSync(workspace.resolve('deploy/service.yaml'), service);

    await expect(
      action.handler(contextOf({ path: 'deploy' })),
    ).resolves.toBeUndefined();
  });

  it('names what it could not read, and judges the rest', async () => {
    writeFileSync(workspace.resolve('deploy/broken.yaml'), 'a: [\n');
    writeFileSync(workspace.resolve('deploy/service.yaml'), service);
    const context = contextOf();
    const warn = jest.spyOn(context.logger, 'warn');

    await action.handler(context);

    expect(warn).toHaveBeenCalledWith(
      expect.stringMatching(/not seen: .*broken\.yaml/),
    );
  });

  it('does not pass because there was nothing to look at', async () => {
    writeFileSync(workspace.resolve('deploy/note.yaml'), 'hello: world\n');

    await expect(action.handler(contextOf())).rejects.toThrow(
      'name the file or folder of the workspace that holds the manifests',
    );
    await expect(
      action.handler(contextOf({ path: 'nowhere' })),
    ).rejects.toThrow(/cannot read nowhere: there is no such file or folder/);
  });

  it.each(['../outside', '/etc'])(
    'does not leave the workspace for %s',
    async path => {
      await expect(action.handler(contextOf({ path }))).rejects.toThrow(
        /not allowed to refer to a directory outside/,
      );
    },
  );

  it('stops when the task is cancelled', async () => {
    writeFileSync(workspace.resolve('deploy/service.yaml'), service);

    await expect(
      action.handler({ ...contextOf(), signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/i);
  });

  it.each(checkExamples)(
    'runs its example: $description',
    async ({ example }) => {
      writeFileSync(workspace.resolve('deploy/service.yaml'), service);
      const [step] = parse(example).steps;

      expect(step.action).toBe(action.id);
      await expect(
        action.handler(contextOf(step.input)),
      ).resolves.toBeUndefined();
    },
  );
});
