import {
  EgressHop,
  EgressKind,
  EgressPath,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';

/**
 * Paths with the least control over what leaves come first, with what is not known among them.
 */
export const egressOrder = [
  'default-outbound-access',
  'unknown',
  'instance-public-ip',
  'load-balancer',
  'nat-gateway',
  'static-egress-gateway',
  'virtual-network-gateway',
  'network-virtual-appliance',
  'azure-firewall',
  'no-internet',
] as const satisfies readonly EgressKind[];

const kinds: Readonly<Record<EgressKind, true>> = {
  'azure-firewall': true,
  'network-virtual-appliance': true,
  'virtual-network-gateway': true,
  'nat-gateway': true,
  'static-egress-gateway': true,
  'instance-public-ip': true,
  'load-balancer': true,
  'default-outbound-access': true,
  'no-internet': true,
  unknown: true,
};

/** What a step on the way out can be; the last two are no steps, see {@link splitHops}. */
export const hopKinds = [
  'route-table',
  'azure-firewall',
  'network-virtual-appliance',
  'virtual-network-gateway',
  'nat-gateway',
  'static-egress-gateway',
  'load-balancer',
  'node-public-ip',
  'default-outbound-access',
  'istio-egress-gateway',
  'http-proxy',
  'private-endpoint',
] as const;

/** A step this version has a name for. */
export type HopKind = (typeof hopKinds)[number];

/** A way out that the named pools of a cluster share. */
export interface EgressSummary {
  kind: string;
  hops: EgressHop[];
  publicIps: string[];
  cluster: string;
  nodePools: string[];
  /** The paths behind the summary, for their evidence. */
  paths: { path: EgressPath; service: ServiceTraffic }[];
}

/** Whether a value is one this version has a name for; a newer backend may send others. */
export function isKnownEgressKind(kind: string): kind is EgressKind {
  return Object.hasOwn(kinds, kind);
}

/** Whether a value is a step this version has a name for; a newer backend may send others. */
export function isKnownHopKind(kind: string): kind is HopKind {
  return (hopKinds as readonly string[]).includes(kind);
}

/**
 * The steps that all traffic takes, the HTTP proxies that only clients which honour them go through, and the private
 * endpoints that lead to one service each and not to the internet. The public addresses are those of the last step.
 */
export function splitHops(hops: readonly EgressHop[]): {
  steps: EgressHop[];
  proxies: EgressHop[];
  endpoints: EgressHop[];
} {
  const ofKind = (kind: HopKind) => hops.filter(hop => hop.kind === kind);
  const proxies = ofKind('http-proxy');
  const endpoints = ofKind('private-endpoint');
  return {
    steps: hops.filter(
      hop => !proxies.includes(hop) && !endpoints.includes(hop),
    ),
    proxies,
    endpoints,
  };
}

/** What stands for a service that no way out was found for, so that it does not go missing among the others. */
export const noPathFound: EgressPath = {
  kind: 'unknown',
  hops: [],
  publicIps: [],
  nodePools: [],
  evidence: [],
};

/**
 * One line per distinct way out of a cluster. Services of one cluster mostly leave the same way, so equal paths
 * are merged and their pools collected.
 */
export function summariseEgress(
  services: readonly ServiceTraffic[],
): EgressSummary[] {
  const summaries = new Map<string, EgressSummary>();
  for (const service of services) {
    for (const path of service.egress.length > 0
      ? service.egress
      : [noPathFound]) {
      const key = JSON.stringify([
        service.cluster,
        path.kind,
        path.hops.map(hop => [hop.kind, hop.name, hop.armId]),
        [...path.publicIps].sort(),
      ]);
      const summary = summaries.get(key) ?? {
        kind: path.kind,
        hops: path.hops,
        publicIps: path.publicIps,
        cluster: service.cluster,
        nodePools: [],
        paths: [],
      };
      summary.nodePools = [
        ...new Set([...summary.nodePools, ...path.nodePools]),
      ].sort();
      summary.paths.push({ path, service });
      summaries.set(key, summary);
    }
  }
  return [...summaries.values()].sort(
    (first, second) => rankOf(first.kind) - rankOf(second.kind),
  );
}

function rankOf(kind: string): number {
  return egressOrder.indexOf(isKnownEgressKind(kind) ? kind : 'unknown');
}
