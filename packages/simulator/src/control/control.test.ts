import { TENANT } from '../__testUtils__/smallEstate';
import { useSimulator } from '../__testUtils__/useSimulator';

const simulator = useSimulator();

describe('the control port', () => {
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'storefront', namespace: 'default' },
    spec: {},
  };

  it('says where the clusters are', async () => {
    const { body } = await simulator.control('GET', '/estate');
    expect(body.clusters.map((each: any) => [each.name, each.server])).toEqual(
      simulator.ready.clusters.map(({ name, server }) => [name, server]),
    );
  });

  it('changes and deletes objects of a cluster', async () => {
    const path = '/clusters/aks-shop/objects';
    expect(await simulator.control('PUT', path, service)).toMatchObject({
      status: 200,
    });
    const query =
      '?apiVersion=v1&kind=Service&namespace=default&name=storefront';
    expect((await simulator.control('DELETE', `${path}${query}`)).status).toBe(
      200,
    );
    expect((await simulator.control('DELETE', `${path}${query}`)).status).toBe(
      404,
    );
  });

  it('deploys several documents, with what controllers make of them', async () => {
    const { status, body } = await simulator.control(
      'POST',
      '/clusters/aks-shop/deploy',
      `${JSON.stringify(service)}\n---\n${JSON.stringify({
        ...service,
        metadata: { name: 'api' },
        spec: { type: 'LoadBalancer' },
      })}`,
    );
    expect(status).toBe(200);
    expect(body.deployed.map(({ name }: { name: string }) => name)).toEqual([
      'storefront',
      'api',
    ]);
    const deleted = await simulator.control(
      'DELETE',
      '/clusters/aks-shop/objects?apiVersion=v1&kind=Service&name=api',
    );
    expect(deleted.status).toBe(200);
  });

  it('deploys nothing when one of the documents cannot be', async () => {
    const answer = await simulator.control(
      'POST',
      '/clusters/aks-shop/deploy',
      `${JSON.stringify({
        ...service,
        metadata: { name: 'lost' },
      })}\n---\napiVersion: nope.io/v1\nkind: Nope\nmetadata: { name: a }`,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(/nope\.io/);
    const deleted = await simulator.control(
      'DELETE',
      '/clusters/aks-shop/objects?apiVersion=v1&kind=Service&name=lost',
    );
    expect(deleted.status).toBe(404);
  });

  it('counts what was answered with everything that was sent', async () => {
    await simulator.control('PUT', '/faults/echo', {
      target: 'entra',
      effect: { kind: 'echo', status: 418 },
    });
    const { status, body } = await simulator.send(
      `/${TENANT}/oauth2/v2.0/token`,
      { method: 'POST', body: 'client_secret=a' },
    );
    expect(status).toBe(418);
    expect(body.error_description).toMatch(
      /^cannot handle POST client_secret=a \|/,
    );
    const { body: counts } = await simulator.control('GET', '/requests');
    expect(counts.requests).toContainEqual({
      target: 'entra',
      resource: 'token',
      verb: 'echoed',
      count: 1,
    });
  });

  it.each([
    ['POST', '/clusters/nope/recreate', '', 404, /no cluster 'nope'/],
    [
      'POST',
      '/clusters/aks-shop/recreate',
      { objects: [{ ...service, apiVersion: 'nope.io/v1' }] },
      400,
      /nope\.io/,
    ],
    ['POST', '/clusters/aks-shop/deploy', 'a: [', 400, /document 1/],
    ['POST', '/clusters/nope/deploy', '', 404, /no cluster 'nope'/],
    ['PUT', '/clusters/nope/objects', service, 404, /no cluster 'nope'/],
    [
      'PUT',
      '/clusters/aks-shop/objects',
      { kind: 'Service' },
      400,
      /apiVersion/,
    ],
    [
      'PUT',
      '/clusters/aks-shop/objects',
      { ...service, apiVersion: 'nope.io/v1' },
      400,
      /nope\.io/,
    ],
    [
      'DELETE',
      '/clusters/aks-shop/objects?kind=Service',
      undefined,
      400,
      /name/,
    ],
    [
      'PUT',
      '/faults/a',
      { target: 'nope', effect: { kind: 'hang' } },
      400,
      /nope/,
    ],
    ['DELETE', '/faults/nope', undefined, 404, /nope/],
    ['GET', '/nope', undefined, 404, /nope/],
  ])(
    'refuses %s %s with a reason',
    async (method, path, body, status, reason) => {
      const answer = await simulator.control(method, path, body);
      expect(answer.status).toBe(status);
      expect(answer.body.error).toMatch(reason);
    },
  );
});
