import { ServiceTraffic } from 'backstage-plugin-aks-traffic-common';

/** What network policies do to a service's pods, by the words of the report. The weakest come first. */
export const networkPolicies = {
  unknown: 'unknown',
  'not enforced': 'notEnforced',
  none: 'none',
  'allow-all': 'allowAll',
  'default-deny (egress)': 'denyEgress',
  'default-deny (ingress)': 'denyIngress',
  'default-deny (ingress, egress)': 'denyBoth',
} as const;

/** What a service mesh asks of whoever talks to a service's pods, by the words of the report. The weakest come first. */
export const meshModes = {
  unknown: 'unknown',
  none: 'none',
  disabled: 'disabled',
  permissive: 'permissive',
  strict: 'strict',
} as const;

export type NetworkPolicyWord = keyof typeof networkPolicies;
export type MeshWord = keyof typeof meshModes;

const enforcementUnknown = ', enforcement unknown';

/** What holds inside the cluster for some of the services. */
export interface EastWestSummary {
  networkPolicy: string;
  meshMtls: string;
  services: ServiceTraffic[];
}

/** Whether a value is one this version has words for; a newer backend may send others. */
export function isKnownNetworkPolicy(word: string): word is NetworkPolicyWord {
  return Object.hasOwn(networkPolicies, word);
}

/** Whether a value is one this version has words for; a newer backend may send others. */
export function isKnownMeshMode(word: string): word is MeshWord {
  return Object.hasOwn(meshModes, word);
}

/** Takes what policies ask for apart from whether it is known that something carries them out. */
export function splitNetworkPolicy(networkPolicy: string): {
  word: string;
  isEnforcementKnown: boolean;
} {
  return networkPolicy.endsWith(enforcementUnknown)
    ? {
        word: networkPolicy.slice(0, -enforcementUnknown.length),
        isEnforcementKnown: false,
      }
    : { word: networkPolicy, isEnforcementKnown: true };
}

/** One entry for each distinct state inside the cluster, the weakest policy first. */
export function summariseEastWest(
  services: readonly ServiceTraffic[],
): EastWestSummary[] {
  const summaries = new Map<string, EastWestSummary>();
  for (const service of services) {
    const { networkPolicy, meshMtls } = service.eastWest;
    const key = JSON.stringify([networkPolicy, meshMtls]);
    const summary = summaries.get(key) ?? {
      networkPolicy,
      meshMtls,
      services: [],
    };
    summary.services.push(service);
    summaries.set(key, summary);
  }
  return [...summaries.values()].sort(
    (first, second) =>
      policyRank(first) - policyRank(second) ||
      meshRank(first) - meshRank(second),
  );
}

function policyRank({ networkPolicy }: EastWestSummary): number {
  const { word } = splitNetworkPolicy(networkPolicy);
  return Object.keys(networkPolicies).indexOf(word);
}

function meshRank({ meshMtls }: EastWestSummary): number {
  return Object.keys(meshModes).indexOf(meshMtls);
}
