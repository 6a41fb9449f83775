import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  ClusterLocation,
  ClusterSource,
} from 'backstage-plugin-aks-traffic-node';
import { inClusterSource } from './inClusterSource';
import { staticClusterSource } from './staticClusterSource';

const signal = new AbortController().signal;

async function only(source: ClusterSource): Promise<ClusterLocation> {
  const { clusters } = await source.list(signal);
  expect(clusters).toHaveLength(1);
  return clusters[0];
}

async function tokenOf({ access }: ClusterLocation) {
  if (access.kind !== 'token') {
    throw new Error(`There is no token but ${access.kind}`);
  }
  return (await access.getToken({ signal })).token;
}

describe('staticClusterSource', () => {
  const directory = createMockDirectory();
  const fromFile = () =>
    staticClusterSource([
      {
        name: 'shop',
        url: 'https://shop',
        token: { kind: 'file', path: directory.resolve('token') },
      },
    ]);

  it('sends the token of app-config', async () => {
    const location = await only(
      staticClusterSource([
        {
          name: 'shop',
          url: 'https://shop',
          token: { kind: 'value', value: 'secret' },
        },
      ]),
    );
    expect(location).toMatchObject({
      name: 'shop',
      source: 'config',
      server: 'https://shop',
    });
    await expect(tokenOf(location)).resolves.toBe('secret');
  });

  it('reads a token file anew, because it is replaced while in use', async () => {
    const location = await only(fromFile());
    directory.setContent({ token: 'first\n' });
    await expect(tokenOf(location)).resolves.toBe('first');
    directory.setContent({ token: 'second\n' });
    await expect(tokenOf(location)).resolves.toBe('second');
  });

  it.each([
    [{}, /cannot be read/],
    [{ token: '' }, /does not hold a token/],
    [{ token: 'a\nx-evil: 1' }, /does not hold a token/],
  ])('says what is wrong with a token file', async (content, message) => {
    directory.setContent(content);
    await expect(tokenOf(await only(fromFile()))).rejects.toThrow(message);
  });
});

describe('inClusterSource', () => {
  const directory = createMockDirectory({
    content: { 'ca.crt': 'authority', token: 'secret' },
  });

  it.each([
    ['10.0.0.1', 'https://10.0.0.1:443'],
    ['fd00::1', 'https://[fd00::1]:443'],
  ])('reaches the API server of its pod at %s', async (host, server) => {
    const location = await only(
      inClusterSource({
        name: 'own',
        environment: {
          KUBERNETES_SERVICE_HOST: host,
          KUBERNETES_SERVICE_PORT: '443',
        },
        directory: directory.path,
      }),
    );
    expect(location).toMatchObject({
      name: 'own',
      server,
      caData: 'authority',
    });
    await expect(tokenOf(location)).resolves.toBe('secret');
  });

  it('says that there is no ServiceAccount', async () => {
    const location = await only(
      inClusterSource({
        name: 'own',
        environment: { KUBERNETES_SERVICE_HOST: '10.0.0.1' },
        directory: directory.resolve('missing'),
      }),
    );
    expect(location.access).toMatchObject({
      kind: 'none',
      gap: expect.stringContaining('The pod has no ServiceAccount'),
    });
  });
});
