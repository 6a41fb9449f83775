import { mockServices } from '@backstage/backend-test-utils';
import { readArmIds } from './readArmIds';

function configuration(armIds: Record<string, unknown>) {
  return mockServices.rootConfig({
    data: { aksTraffic: { kubernetesPlugin: { armIds } } } as never,
  });
}

describe('readArmIds', () => {
  it('reads none where there are none', () => {
    expect(readArmIds(mockServices.rootConfig()).size).toBe(0);
  });

  it('reads ids in any spelling', () => {
    const id =
      '/subscriptions/1/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/shop';
    expect(readArmIds(configuration({ shop: id }))).toEqual(
      new Map([['shop', id]]),
    );
  });

  it.each([['shop'], ['/subscriptions/1/resourceGroups/rg'], [7]])(
    'names the entry when %p is no id of a managed cluster',
    id => {
      expect(() => readArmIds(configuration({ shop: id }))).toThrow(
        /kubernetesPlugin\.armIds\['shop'\] must be the resource id of a managed cluster/,
      );
    },
  );
});
