import { resolve } from 'node:path';
import { printableLines } from 'backstage-plugin-aks-traffic-common';
import {
  ClusterObservation,
  Estate,
  estateGaps,
} from 'backstage-plugin-aks-traffic-engine';
import {
  ClusterLocation,
  kubeconfigCluster,
  observeCluster,
} from 'backstage-plugin-aks-traffic-node';
import { Terminal } from '../Terminal';
import { findManagedCluster } from './findManagedCluster';

/** Which cluster to read. */
export interface KubeconfigOptions {
  /** Path; true for the kubeconfig that kubectl would take. */
  kubeconfig?: string | true;
  context?: string;
  dangerouslyAllowInsecureTls?: boolean;
}

/** Reads a live cluster through its API server, with the credentials of a kubeconfig. */
export async function observeKubeconfig(options: {
  options: KubeconfigOptions;
  /** Another name for the cluster than the kubeconfig's. */
  cluster: string | undefined;
  estate: Estate | undefined;
  terminal: Terminal;
}): Promise<ClusterObservation> {
  const { cluster, estate, terminal } = options;
  const location = await locate(options.options, terminal);
  const name = cluster ?? location.name;
  const linked = estate
    ? findManagedCluster(estate, { name, server: location.server })
    : {};
  const observation = await observeCluster({
    location: {
      ...location,
      name,
      ...(linked.armId !== undefined && { armId: linked.armId }),
    },
    signal: new AbortController().signal,
  });
  const gaps = [
    ...(estate ? estateGaps(estate) : []),
    ...(linked.gap ? [linked.gap] : []),
    ...observation.gaps,
  ];
  return {
    ...observation,
    coverage:
      observation.coverage === 'complete' && gaps.length > 0
        ? 'partial'
        : observation.coverage,
    gaps,
  };
}

async function locate(
  options: KubeconfigOptions,
  terminal: Terminal,
): Promise<ClusterLocation> {
  const { kubeconfig, context, dangerouslyAllowInsecureTls } = options;
  const { cwd, environment, homeDirectory, isInteractive } = terminal;
  return kubeconfigCluster({
    ...(typeof kubeconfig === 'string' && {
      file: resolve(cwd, kubeconfig),
    }),
    context,
    dangerouslyAllowInsecureTls,
    environment,
    homeDirectory,
    hasTerminal: isInteractive,
    writeError: text => terminal.writeError(printableLines(text)),
  });
}
