import { clusterRow } from '../egress/__testUtils__/egressEstate';
import { gatewayDeployment, gatewayInput } from './__testUtils__/gateway';
import { controllerCapacity as rule } from './controller-capacity';

function withPools(
  pools: Record<string, unknown>[],
  properties?: Record<string, unknown>,
) {
  return rule.cluster(
    gatewayInput(gatewayDeployment(), {
      rows: [
        clusterRow({
          pools: pools.map((pool, place) => ({ name: `p${place}`, ...pool })),
          properties,
        }),
      ],
    }),
  );
}

describe('controller-capacity', () => {
  it('finds containers that reserve nothing', () => {
    const deployment = gatewayDeployment({
      podSpec: {
        containers: [
          { name: 'proxy' },
          { name: 'metrics', resources: { requests: { cpu: '1m' } } },
        ],
      },
    });
    const findings = rule.cluster(gatewayInput(deployment));
    expect(findings).toMatchObject([{ severity: 'low' }]);
    expect(findings[0].evidence).toHaveLength(1);
    expect(findings[0].evidence[0].field).toContain('[proxy]');
  });

  it('notes a cluster whose pools keep their size', () => {
    expect(
      withPools([{ enableAutoScaling: false }, { enableAutoScaling: false }]),
    ).toMatchObject([{ severity: 'info' }]);
  });

  it('has nothing to say where a pool can grow, nodes are provisioned, or nobody says', () => {
    const fixed = { enableAutoScaling: false };
    expect(withPools([fixed, { enableAutoScaling: true }])).toEqual([]);
    expect(
      withPools([fixed], { nodeProvisioningProfile: { mode: 'Auto' } }),
    ).toEqual([]);
    expect(withPools([{}])).toEqual([]);
  });
});
