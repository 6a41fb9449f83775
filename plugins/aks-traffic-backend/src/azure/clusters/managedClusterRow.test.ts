import fc from 'fast-check';
import { managedClusterRows } from './managedClusterRow';

const id =
  '/subscriptions/S/resourcegroups/Group/providers/Microsoft.ContainerService/managedClusters/shop';
const type = 'Microsoft.ContainerService/managedClusters';

describe('managedClusterRows', () => {
  it('takes what is needed to reach a cluster', () => {
    expect(
      managedClusterRows([
        {
          id,
          name: 'shop',
          type,
          location: 'westeurope',
          sku: { name: 'Base', tier: 'Standard' },
          properties: {
            currentKubernetesVersion: '1.35.4',
            kubernetesVersion: '1.35',
            powerState: { code: 'Running' },
            aadProfile: { managed: true },
          },
        },
      ]),
    ).toEqual([
      {
        armId: id,
        name: 'shop',
        subscriptionId: 'S',
        resourceGroup: 'Group',
        location: 'westeurope',
        sku: 'Base',
        kubernetesVersion: '1.35.4',
        powerState: 'Running',
        entra: true,
        fingerprint: expect.any(String),
      },
    ]);
  });

  it.each([
    [{ aadProfile: null }, false],
    [{ aadProfile: {} }, true],
    [{}, undefined],
    ['of another shape', undefined],
    [undefined, undefined],
  ])('reads from %j that Entra ID is used: %s', (properties, entra) => {
    expect(
      managedClusterRows([{ id, name: 'shop', type, properties }])[0].entra,
    ).toBe(entra);
  });

  it('names a cluster once whose row came twice', () => {
    const twice = [id, id.toUpperCase()].map(each => ({
      id: each,
      name: 'shop',
      type,
    }));
    expect(managedClusterRows(twice)).toMatchObject([{ armId: id }]);
  });

  it('leaves out everything else', () => {
    expect(
      managedClusterRows([
        { id, name: 'shop', type: 'microsoft.network/natgateways' },
        { id: '/subscriptions/S', name: 'shop', type },
      ]),
    ).toEqual([]);
  });

  it('keeps a cluster whatever its properties look like', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (properties, sku) => {
        expect(
          managedClusterRows([{ id, name: 'shop', type, properties, sku }]),
        ).toMatchObject([{ armId: id, name: 'shop' }]);
      }),
    );
  });
});
