import { mkdirSync, writeFileSync } from 'node:fs';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import fc from 'fast-check';
import { createCheckAction } from '../check/createCheckAction';
import { createMigrateAction } from './createMigrateAction';

const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\n2026-11-29 error: forged',
      '\r\u001b[2K',
      '\u009b31m',
      '\u2028',
      '\u202e',
      '__proto__',
      '../../etc/',
    ),
    fc.string({ unit: 'grapheme', maxLength: 2 }),
  ),
  maxLength: 5,
});

/** An Ingress of which everything that somebody writes is hostile, with a path that nothing serves. */
function ingressOf(text: string) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: `shop${text}`,
      namespace: `shop${text}`,
      annotations: { [`nginx.ingress.kubernetes.io/${text}`]: text },
    },
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: `a${text}.contoso.com`,
          http: {
            paths: [`/a b${text}`, '/'].map(path => ({
              path,
              pathType: 'Prefix',
              backend: {
                service: { name: `web${text}`, port: { number: 80 } },
              },
            })),
          },
        },
      ],
    },
  };
}

describe('actions of a task, over hostile manifests,', () => {
  const workspace = createMockDirectory();

  /** What the log of the task was told, and the message it ended with, line by line. */
  async function linesOf(
    action: {
      handler: (context: never) => Promise<void>;
    },
    input: object,
  ): Promise<string[]> {
    const context = createMockActionContext({
      input,
      workspacePath: workspace.path,
    });
    const lines: string[] = [];
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      jest
        .spyOn(context.logger, level)
        .mockImplementation((...[line]) => void lines.push(line));
    }
    const message = await action.handler(context as never).then(
      () => '',
      error => error.message as string,
    );
    return [...lines, ...message.split('\n')];
  }

  const actions = {
    migrate: createMigrateAction({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
    }),
    check: createCheckAction(),
  };

  it.each([
    ['migrate', { to: 'istio', path: 'deploy', allowUnserved: true }],
    ['migrate', { to: 'istio', path: 'deploy' }],
    ['check', { path: 'deploy', failOn: 'info' }],
  ] as const)(
    'writes lines of %s with %j that steer nothing',
    async (name, input) => {
      await fc.assert(
        fc.asyncProperty(hostile, async text => {
          workspace.clear();
          mkdirSync(workspace.resolve('deploy'), { recursive: true });
          writeFileSync(
            workspace.resolve('deploy/ingress.json'),
            JSON.stringify(ingressOf(text)),
          );
          writeFileSync(
            workspace.resolve('deploy/broken\n\u001b[31m.yaml'),
            'a: [',
          );

          const lines = await linesOf(actions[name] as never, input);
          expect(lines.join('')).toContain('broken\\u000a');
          for (const line of lines) {
            expect(line).not.toMatch(steering);
          }
          expect(Object.keys(workspace.content() ?? {})).toEqual(['deploy']);
        }),
        { numRuns: 25 },
      );
    },
  );
});
