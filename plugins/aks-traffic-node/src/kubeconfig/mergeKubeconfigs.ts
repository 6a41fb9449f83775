import { Kubeconfig } from './Kubeconfig';

/** Merges kubeconfigs as kubectl does: the first file that names something decides about all of it. */
export function mergeKubeconfigs(configs: readonly Kubeconfig[]): Kubeconfig {
  const currentContext = configs.find(
    config => config.currentContext !== undefined,
  )?.currentContext;
  return {
    ...(currentContext !== undefined && { currentContext }),
    contexts: firstOfEach(configs.map(({ contexts }) => contexts)),
    clusters: firstOfEach(configs.map(({ clusters }) => clusters)),
    users: firstOfEach(configs.map(({ users }) => users)),
  };
}

function firstOfEach<Value>(
  maps: readonly ReadonlyMap<string, Value>[],
): Map<string, Value> {
  // The last entry of a name wins in a Map.
  return new Map([...maps].reverse().flatMap(map => [...map]));
}
