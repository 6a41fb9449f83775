import {
  clusterRow,
  net,
  nodesSubnetId,
  subnetRow,
  vnetId,
} from './__testUtils__/egressEstate';
import { natRows, resolve } from './__testUtils__/waysOut';

describe('mergePaths', () => {
  it('merges pools that leave the same way and keeps others apart', () => {
    const other = `${vnetId}/subnets/other`;
    const third = `${vnetId}/subnets/third`;
    const paths = resolve([
      clusterRow({
        pools: [
          { name: 'b', vnetSubnetID: nodesSubnetId },
          { name: 'a', vnetSubnetID: other },
          { name: 'c', vnetSubnetID: third },
        ],
        network: {
          loadBalancerProfile: {
            effectiveOutboundIPs: [{ id: net('publicIPAddresses/lb') }],
          },
        },
      }),
      ...natRows,
      subnetRow({ natGateway: { id: net('natGateways/nat') } }, other),
      subnetRow({}, third),
    ]);
    expect(paths.map(path => [path.kind, path.nodePools])).toEqual([
      ['nat-gateway', ['a', 'b']],
      ['load-balancer', ['c']],
    ]);
    const texts = paths[0].evidence.map(entry => JSON.stringify(entry));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
