import { clusterRow, subnetRow } from './__testUtils__/egressEstate';
import { resolve } from './__testUtils__/waysOut';

describe('withHttpProxy', () => {
  it('adds the HTTP proxy as a hop on top, without its credentials', () => {
    const [path] = resolve([
      clusterRow({
        properties: {
          httpProxyConfig: { httpsProxy: 'http://bob:hunter2@proxy:3128/' },
        },
      }),
      subnetRow(),
    ]);
    expect(path.kind).toBe('load-balancer');
    expect(path.hops.at(-1)).toEqual({
      kind: 'http-proxy',
      name: 'http://proxy:3128/',
    });
    expect(JSON.stringify(path)).not.toContain('hunter2');
  });
});
