import {
  clusterRow,
  net,
  nodesSubnetId,
  questionOf,
  routeTableRow,
  subnetRow,
} from './__testUtils__/egressEstate';
import { ResourceRow } from '../model/estate';
import { egressContradictions } from './egressContradictions';

const routed = subnetRow({ routeTable: { id: net('routeTables/udr') } });
const natted = subnetRow({ natGateway: { id: net('natGateways/nat') } });

function kindsOf(rows: ResourceRow[]) {
  const { azure, index, managedCluster } = questionOf(rows);
  return egressContradictions({
    azure,
    index,
    cluster: managedCluster!,
  }).map(found => found.kind);
}

describe('egressContradictions', () => {
  it.each<[string, ResourceRow[], string[]]>([
    [
      'user defined routing without a route table',
      [clusterRow({ outboundType: 'userDefinedRouting' }), subnetRow()],
      ['default-route-missing'],
    ],
    [
      'user defined routing without a default route',
      [
        clusterRow({ outboundType: 'userDefinedRouting' }),
        routed,
        routeTableRow([['10.0.0.0/8', 'VirtualAppliance', '10.9.0.4']]),
      ],
      ['default-route-missing'],
    ],
    [
      'user defined routing with a default route',
      [
        clusterRow({ outboundType: 'userDefinedRouting' }),
        routed,
        routeTableRow([['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']]),
      ],
      [],
    ],
    [
      'user defined routing by a table that was not read',
      [clusterRow({ outboundType: 'userDefinedRouting' }), routed],
      [],
    ],
    [
      'a NAT gateway of the user that is not there',
      [clusterRow({ outboundType: 'userAssignedNATGateway' }), subnetRow()],
      ['nat-gateway-missing'],
    ],
    [
      'a NAT gateway of the user that is there',
      [clusterRow({ outboundType: 'userAssignedNATGateway' }), natted],
      [],
    ],
    [
      'a NAT gateway of the user that a planned route makes needless',
      [
        clusterRow({ outboundType: 'userAssignedNATGateway' }),
        routed,
        routeTableRow([['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']]),
      ],
      [],
    ],
    [
      'a load balancer behind a NAT gateway',
      [clusterRow(), natted],
      ['load-balancer-bypassed'],
    ],
    [
      'a load balancer behind an appliance',
      [
        clusterRow(),
        routed,
        routeTableRow([['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']]),
      ],
      ['load-balancer-bypassed'],
    ],
    ['a load balancer that is used', [clusterRow(), subnetRow()], []],
    ['a subnet that was not read', [clusterRow()], []],
  ])('%s', (_name, rows, kinds) => {
    expect(kindsOf(rows)).toEqual(kinds);
  });

  it('names pool, subnet and what the cluster was told', () => {
    const { azure, index, managedCluster } = questionOf([clusterRow(), natted]);
    const [found] = egressContradictions({
      azure,
      index,
      cluster: managedCluster!,
    });
    expect(found).toMatchObject({
      pool: 'user',
      outboundType: 'loadBalancer',
      instead: 'a NAT gateway on the subnet',
    });
    expect(found.evidence.map(entry => entry.value)).toEqual([
      'loadBalancer',
      nodesSubnetId,
      net('natGateways/nat'),
    ]);
  });
});
