import { ContainerServiceClient } from '@azure/arm-containerservice';
import { parse } from 'yaml';
import { READER, SUBSCRIPTIONS } from '../__testUtils__/smallEstate';
import { useSimulator } from '../__testUtils__/useSimulator';

const simulator = useSimulator();
const path = '/clusters/aks-shop/recreate';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'storefront', namespace: 'default' },
};

/** Where Azure says the cluster is. */
async function whereabouts() {
  const { managedClusters } = new ContainerServiceClient(
    simulator.credentialOf(READER),
    SUBSCRIPTIONS.shop,
    { endpoint: simulator.endpoint, retryOptions: { maxRetries: 0 } },
  );
  const { fqdn } = await managedClusters.get('RG-Shop', 'aks-shop');
  const { kubeconfigs } = await managedClusters.listClusterUserCredentials(
    'RG-Shop',
    'aks-shop',
    { format: 'exec' },
  );
  const config = parse(Buffer.from(kubeconfigs![0].value!).toString());
  const { server, 'certificate-authority-data': authority } =
    config.clusters[0].cluster;
  return { fqdn, server, authority };
}

describe('a cluster that is recreated', () => {
  it('has another address and another authority', async () => {
    const before = await whereabouts();
    const { body } = await simulator.control('POST', path);
    const after = await whereabouts();

    expect(after.server).toBe(body.server);
    expect(after.fqdn).toMatch(/^aks-shop-dns-0*1\.hcp\./);
    expect(after.server).not.toBe(before.server);
    expect(after.authority).not.toBe(before.authority);
  });

  it('keeps the row of the one before where that is asked for', async () => {
    const before = await whereabouts();
    await simulator.control('POST', path, { rowStays: true });
    const after = await whereabouts();

    expect(after.fqdn).toBe(before.fqdn);
    expect(after.server).not.toBe(before.server);
  });

  it('holds the objects that were sent, and no longer those of the one before', async () => {
    const remove = (name: string) =>
      simulator.control(
        'DELETE',
        `/clusters/aks-shop/objects?apiVersion=v1&kind=Service&namespace=default&name=${name}`,
      );
    await simulator.control('PUT', '/clusters/aks-shop/objects', {
      ...service,
      metadata: { ...service.metadata, name: 'gone' },
    });
    await simulator.control('POST', path, { objects: [service] });

    expect((await remove('storefront')).status).toBe(200);
    expect((await remove('gone')).status).toBe(404);
  });

  it('stays as it is when an object of the new one is of a kind that is not installed', async () => {
    const before = await whereabouts();
    const { status, body } = await simulator.control('POST', path, {
      objects: [{ ...service, apiVersion: 'nope.io/v1' }],
    });

    expect([status, body.error]).toEqual([
      400,
      expect.stringContaining('nope.io'),
    ]);
    expect(await whereabouts()).toEqual(before);
  });
});
