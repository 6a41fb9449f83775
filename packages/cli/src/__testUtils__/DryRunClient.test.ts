import http from 'node:http';
import { AddressInfo } from 'node:net';
import { DryRunClient } from './DryRunClient';

describe('DryRunClient', () => {
  let server: http.Server;
  const asked: string[] = [];

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      asked.push(
        `${request.method} ${request.url} ${request.headers.authorization}`,
      );
      if (request.url === '/apis/apps/v1') {
        response.end(
          JSON.stringify({
            resources: [
              { kind: 'Deployment', name: 'deployments' },
              { kind: 'Scale', name: 'deployments/scale' },
            ],
          }),
        );
        return;
      }
      response.statusCode = request.url?.includes('wrong') ? 400 : 200;
      response.end('unknown field "spec.x"');
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
  });

  afterAll(() => server.close());

  const client = () =>
    new DryRunClient({
      name: 'test',
      source: 'config',
      server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      access: { kind: 'token', getToken: async () => ({ token: 'secret' }) },
    });
  const object = (kind: string, name: string) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
  });

  it('changes nothing, and has unknown fields refused', async () => {
    expect(await client().problem(object('Deployment', 'right'))).toBe(
      undefined,
    );
    expect(asked.at(-1)).toBe(
      'PATCH /apis/apps/v1/namespaces/default/deployments/right?dryRun=All&fieldValidation=Strict&fieldManager=aks-traffic-test&force=true Bearer secret',
    );
  });

  it('says what the server has against an object, or that it has no such kind', async () => {
    expect(await client().problem(object('Deployment', 'wrong'))).toBe(
      '400 unknown field "spec.x"',
    );
    expect(await client().problem(object('Gateway', 'edge'))).toBe(
      'unknown-kind',
    );
  });
});
