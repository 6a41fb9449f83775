import { ManagedCluster } from '../azure/facts';
import { ClusterIndex } from '../objects/ClusterIndex';
import { kinds } from '../objects/kinds';

/** Who carries network policies out: an engine, nobody (`none`), or nobody knows. */
export type PolicyEngine = 'azure' | 'calico' | 'cilium' | 'none' | 'unknown';

const enginesByDaemonSet: ReadonlyMap<string, PolicyEngine> = new Map<
  string,
  PolicyEngine
>([
  ['azure-npm', 'azure'],
  ['azure-npm-win', 'azure'],
  ['calico-node', 'calico'],
  ['cilium', 'cilium'],
]);

/** The engine that Azure set up, or one that the cluster's owner installed. */
export function policyEngine(
  index: ClusterIndex,
  cluster: ManagedCluster | undefined,
): PolicyEngine {
  const network = cluster?.network;
  const declared = network?.policy?.toLowerCase();
  if (declared === 'azure' || declared === 'calico' || declared === 'cilium') {
    return declared;
  }
  if (network?.dataplane?.toLowerCase() === 'cilium') {
    return 'cilium';
  }
  for (const [name, engine] of enginesByDaemonSet) {
    for (const namespace of ['kube-system', 'calico-system']) {
      if (index.get(kinds.daemonSet, name, namespace) !== undefined) {
        return engine;
      }
    }
  }
  // Without a network plugin of Azure's the owner brings one, and with it perhaps a policy engine under any name.
  const plugin = network?.plugin?.toLowerCase();
  return plugin === undefined || plugin === 'none' ? 'unknown' : 'none';
}
