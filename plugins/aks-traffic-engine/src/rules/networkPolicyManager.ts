import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../azure/facts';
import { armEvidence } from '../objects/evidence';

/** The pools of an operating system on which Azure Network Policy Manager enforces policies, with the evidence. */
export function networkPolicyManagerPools(
  cluster: ManagedCluster | undefined,
  osType: 'Linux' | 'Windows',
): { cluster: ManagedCluster; pools: string[]; evidence: Evidence[] }[] {
  const pools = (cluster?.nodePools ?? []).filter(
    pool => pool.osType === osType,
  );
  if (
    cluster?.network.policy?.toLowerCase() !== 'azure' ||
    pools.length === 0
  ) {
    return [];
  }
  return [
    {
      cluster,
      pools: pools.map(pool => pool.name),
      evidence: [
        armEvidence({
          armId: cluster.armId,
          field: 'properties.networkProfile.networkPolicy',
          value: cluster.network.policy,
          meaning: 'Azure Network Policy Manager enforces network policies',
        }),
        ...pools.map(pool =>
          armEvidence({
            armId: cluster.armId,
            field: `properties.agentPoolProfiles[${pool.name}].osType`,
            value: pool.osType,
            meaning: `Pool ${pool.name} has ${osType} nodes`,
          }),
        ),
      ],
    },
  ];
}
