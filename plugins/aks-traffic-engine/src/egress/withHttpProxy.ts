import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import { ManagedCluster } from '../azure/facts';
import { armEvidence } from '../objects/evidence';

/** Adds the cluster's HTTP proxy to a path: HTTP clients that honour it pass through it on top of the network path. */
export function withHttpProxy(
  path: EgressPath,
  cluster: ManagedCluster,
): EgressPath {
  const proxy = cluster.httpProxy?.httpsProxy ?? cluster.httpProxy?.httpProxy;
  if (proxy === undefined) {
    return path;
  }
  const name = withoutCredentials(proxy);
  const field =
    cluster.httpProxy?.httpsProxy === undefined ? 'httpProxy' : 'httpsProxy';
  return {
    ...path,
    hops: [...path.hops, { kind: 'http-proxy', name }],
    evidence: [
      ...path.evidence,
      armEvidence({
        armId: cluster.armId,
        field: `properties.httpProxyConfig.${field}`,
        value: name,
        meaning:
          'Pods are given this proxy: HTTP clients that honour it go through it, and other traffic does not',
      }),
    ],
  };
}

/** A proxy's address may carry a user and a password, which belong in no report. */
function withoutCredentials(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 0) {
    return address;
  }
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0] ?? '';
  return `${scheme}${address.slice(at + 1)}`;
}
