import { AzureClusterLocator, FetchKubeconfig } from './AzureClusterLocator';
import { ManagedClusterRow } from './managedClusterRow';

function cluster(overrides: Partial<ManagedClusterRow> = {}) {
  return {
    armId: '/subscriptions/s/clusters/Shop',
    name: 'shop',
    subscriptionId: 's',
    resourceGroup: 'g',
    sku: 'Base',
    location: 'westeurope',
    kubernetesVersion: '1.35.4',
    powerState: 'Running',
    entra: true,
    fingerprint: '1',
    ...overrides,
  };
}

function kubeconfig(server: string, user: object = { exec: {} }) {
  return JSON.stringify({
    'current-context': 'x',
    contexts: [{ name: 'x', context: { cluster: 'x', user: 'x' } }],
    clusters: [{ name: 'x', cluster: { server } }],
    users: [{ name: 'x', user }],
  });
}

function refusal(statusCode: number) {
  return Object.assign(new Error('denied'), {
    name: 'RestError',
    statusCode,
    code: 'AuthorizationFailed',
  });
}

function setUp(fetchKubeconfig: FetchKubeconfig) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const locator = new AzureClusterLocator({
    fetchKubeconfig: async (row, signal) => {
      asked.push(row.name);
      return fetchKubeconfig(row, signal);
    },
    tokens: { getToken: async () => ({ token: 'secret' }) },
    now: () => clock.now,
  });
  const locate = async (...rows: ManagedClusterRow[]) =>
    Promise.all(
      locator
        .list(rows)
        .map(location =>
          locator.locate(location, new AbortController().signal),
        ),
    );
  return { clock, asked, locator, locate };
}

describe('AzureClusterLocator', () => {
  it('gives server, facts and the shared token', async () => {
    const { locate } = setUp(async () => kubeconfig('https://shop'));
    const [location] = await locate(cluster());
    expect(location).toMatchObject({
      name: 'shop',
      armId: '/subscriptions/s/clusters/Shop',
      source: 'azure',
      server: 'https://shop',
      kubernetesVersion: '1.35.4',
      sku: 'Base',
      location: 'westeurope',
      access: { kind: 'token' },
    });
  });

  it('lists thousands without asking Azure, and says of each that its address is not known yet', () => {
    const { locator, asked } = setUp(async () => kubeconfig('https://shop'));
    const rows = Array.from({ length: 5000 }, (_, index) =>
      cluster({ name: `c${index}`, armId: `/c${index}` }),
    );
    const locations = locator.list(rows);

    expect(locations).toHaveLength(5000);
    expect(locations[4999]).toMatchObject({
      name: 'c4999',
      sku: 'Base',
      access: {
        kind: 'none',
        gap: expect.stringContaining('is not known yet'),
      },
    });
    expect(asked).toEqual([]);
  });

  it('lists the addresses that it knows, those that are to be asked for again included', async () => {
    const { locate, locator, clock } = setUp(async () =>
      kubeconfig('https://shop'),
    );
    await locate(cluster());
    clock.now += 24 * 60 * 60_000;
    const known = { server: 'https://shop', access: { kind: 'token' } };
    expect(locator.list([cluster()])).toMatchObject([known]);

    const [moved] = locator.list([cluster({ fingerprint: '2' })]);
    expect(moved).not.toHaveProperty('server');
    expect(moved.access).toMatchObject({
      gap: expect.stringContaining('is not known yet'),
    });
  });

  it('calls a cluster as the location does, and leaves one alone that Azure does not list', async () => {
    const { locator, asked } = setUp(async () => kubeconfig('https://shop'));
    const [listed] = locator.list([cluster()]);
    const { signal } = new AbortController();
    const renamed = { ...listed, name: 'shop (g)' };
    expect(await locator.locate(renamed, signal)).toMatchObject({
      name: 'shop (g)',
      server: 'https://shop',
    });

    const other = { ...listed, armId: '/other' };
    expect(await locator.locate(other, signal)).toBe(other);
    expect(asked).toEqual(['shop']);
  });

  it('does not have readings wait one after the other for an Azure that does not answer', async () => {
    let isAway = false;
    const { locate, asked, clock } = setUp(async ({ name }) => {
      if (isAway) {
        throw Object.assign(new Error('aborted'), { name: 'AbortError' });
      }
      return kubeconfig(`https://${name}`);
    });
    const row = (name: string) => cluster({ name, armId: `/${name}` });
    const known = row('known');
    await locate(known);
    isAway = true;
    clock.now += 24 * 60 * 60_000;
    for (let index = 0; index < 8; index += 1) {
      await locate(known, row(`c${index}`));
    }
    const before = asked.length;

    expect(await locate(known, row('late'))).toMatchObject([
      { server: 'https://known' },
      {
        access: {
          gap: 'The address of the cluster could not be read: Azure did not answer in time, and is asked again after a minute',
        },
      },
    ]);
    expect(asked).toHaveLength(before);

    isAway = false;
    clock.now += 61_000;
    expect(await locate(row('late'))).toMatchObject([
      { server: 'https://late' },
    ]);
  });

  it('asks Azure once for many readings', async () => {
    const { locate, asked, clock } = setUp(async () =>
      kubeconfig('https://shop'),
    );
    await locate(cluster());
    clock.now += 5 * 60 * 60_000;
    await locate(cluster());
    expect(asked).toEqual(['shop']);
    clock.now += 2 * 60 * 60_000;
    await locate(cluster());
    expect(asked).toEqual(['shop', 'shop']);
  });

  it('asks again when the row says the address changed, or a reading failed', async () => {
    const { locate, asked, locator } = setUp(async () =>
      kubeconfig('https://shop'),
    );
    await locate(cluster());
    await locate(cluster({ fingerprint: '2' }));
    locator.forget('/SUBSCRIPTIONS/s/clusters/shop');
    await locate(cluster({ fingerprint: '2' }));
    expect(asked).toHaveLength(3);
  });

  it('names the missing role, and does not ask for it at every reading', async () => {
    const { locate, asked, clock } = setUp(async () => {
      throw refusal(403);
    });
    const [location] = await locate(cluster());
    expect(location.access).toEqual({
      kind: 'none',
      gap: expect.stringContaining(
        'Azure Kubernetes Service Cluster User Role',
      ),
    });
    await locate(cluster());
    expect(asked).toHaveLength(1);
    clock.now += 16 * 60_000;
    await locate(cluster());
    expect(asked).toHaveLength(2);
  });

  it('does not even fetch the credential of a cluster without Entra ID', async () => {
    const { locate, asked } = setUp(async () => kubeconfig('https://shop'));
    const [location] = await locate(cluster({ entra: false }));
    expect(location).not.toHaveProperty('server');
    expect(location.access).toEqual({
      kind: 'none',
      gap: expect.stringMatching(
        /administrator's certificate, which is refused.*--enable-aad.*aksTraffic\.clusters/,
      ),
    });
    expect(asked).toEqual([]);
  });

  it("refuses an administrator's certificate that Azure hands out anyway", async () => {
    const { locate } = setUp(async () =>
      kubeconfig('https://shop', { 'client-certificate-data': 'YQ==' }),
    );
    const [location] = await locate(cluster());
    expect(location).not.toHaveProperty('server');
    expect(location.access).toMatchObject({
      kind: 'none',
      gap: expect.stringContaining('refused'),
    });
  });

  it('does not ask for a cluster that is stopped', async () => {
    const { locate, asked } = setUp(async () => kubeconfig('https://shop'));
    await expect(
      locate(cluster({ powerState: 'Stopped' })),
    ).resolves.toMatchObject([
      { access: { kind: 'none', gap: 'The cluster is stopped.' } },
    ]);
    expect(asked).toEqual([]);
  });

  it('keeps the address it knows while Azure is away', async () => {
    let isAway = false;
    const { locate, clock } = setUp(async () => {
      if (isAway) {
        throw refusal(500);
      }
      return kubeconfig('https://shop');
    });
    await locate(cluster());
    isAway = true;
    clock.now += 24 * 60 * 60_000;
    await expect(locate(cluster())).resolves.toMatchObject([
      { server: 'https://shop', access: { kind: 'token' } },
    ]);
  });

  it('lets one failing cluster be, and locates the others', async () => {
    const { locate } = setUp(async ({ name }) => {
      if (name === 'bad') {
        throw refusal(500);
      }
      return name === 'odd' ? 'nonsense' : kubeconfig(`https://${name}`);
    });
    const locations = await locate(
      cluster({ name: 'a', armId: '/a' }),
      cluster({ name: 'bad', armId: '/bad' }),
      cluster({ name: 'odd', armId: '/odd' }),
      cluster({ name: 'z', armId: '/z' }),
    );
    expect(locations).toMatchObject([
      { server: 'https://a' },
      {
        access: {
          gap: 'The address of the cluster could not be read: Azure failed (500, AuthorizationFailed: denied)',
        },
      },
      {
        access: {
          gap: "Azure's kubeconfig of the cluster cannot be used: it does not have the shape of a kubeconfig.",
        },
      },
      { server: 'https://z' },
    ]);
  });
});
