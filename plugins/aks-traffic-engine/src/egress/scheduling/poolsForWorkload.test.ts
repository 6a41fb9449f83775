import {
  clusterRow,
  net,
  nodesSubnetId,
  subnetRow,
  vnetId,
  workloadOf,
} from '../__testUtils__/egressEstate';
import { resolve, meaningsOf } from '../__testUtils__/waysOut';

describe('where pods are placed', () => {
  const natSubnet = `${vnetId}/subnets/nat`;
  const twoPools = [
    clusterRow({
      pools: [
        {
          name: 'sys',
          mode: 'System',
          vnetSubnetID: nodesSubnetId,
          nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
        },
        {
          name: 'user',
          mode: 'User',
          vnetSubnetID: nodesSubnetId,
        },
        {
          name: 'fixed',
          mode: 'User',
          vnetSubnetID: natSubnet,
          nodeLabels: { egress: 'fixed' },
        },
        { name: 'seg', mode: 'Gateway', vnetSubnetID: natSubnet },
      ],
    }),
    subnetRow(),
    subnetRow({ natGateway: { id: net('natGateways/nat') } }, natSubnet),
  ];
  const poolsFor = (podSpec: Record<string, unknown>) =>
    resolve(twoPools, { workloads: [workloadOf(podSpec)] })
      .flatMap(path => path.nodePools)
      .sort();

  it.each<[string, Record<string, unknown>, string[]]>([
    ['lists every pool that takes anything', {}, ['fixed', 'user']],
    [
      'respects a node selector',
      { nodeSelector: { egress: 'fixed' } },
      ['fixed'],
    ],
    [
      'respects a selector of the pool by name',
      { nodeSelector: { agentpool: 'user' } },
      ['user'],
    ],
    [
      'respects required affinity',
      {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    { key: 'egress', operator: 'DoesNotExist' },
                  ],
                },
              ],
            },
          },
        },
      },
      ['user'],
    ],
    [
      'respects tolerations',
      { tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }] },
      ['fixed', 'sys', 'user'],
    ],
    [
      'does not let a label decide that no pool is known by',
      { nodeSelector: { disk: 'ssd' } },
      ['fixed', 'user'],
    ],
    [
      'lists all pools when none fits',
      { nodeSelector: { agentpool: 'gone' } },
      ['fixed', 'sys', 'user'],
    ],
  ])('%s', (_name, podSpec, pools) => {
    expect(poolsFor(podSpec)).toEqual(pools);
  });

  it('says what keeps pods off a pool', () => {
    const [path] = resolve(twoPools, {
      workloads: [workloadOf({ nodeSelector: { egress: 'fixed' } })],
    });
    expect(path.kind).toBe('nat-gateway');
    expect(meaningsOf(path)).toContain('Keeps its pods off pools sys, user');
  });

  it('lists the nodes of auto-provisioning, and the system pool only for who tolerates it', () => {
    const paths = resolve([
      clusterRow({
        pools: [
          {
            name: 'sys',
            mode: 'System',
            vnetSubnetID: nodesSubnetId,
            nodeTaints: ['CriticalAddonsOnly=true:NoSchedule'],
          },
        ],
        properties: { nodeProvisioningProfile: { mode: 'Auto' } },
      }),
      subnetRow(),
    ]);
    expect(paths.map(path => path.nodePools)).toEqual([
      ['node-auto-provisioning'],
    ]);
  });
});
