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

  it.each([
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
