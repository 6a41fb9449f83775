import { EgressPath } from 'backstage-plugin-aks-traffic-common';
import { compareText } from '../objects/compareText';
import { distinctEvidence } from '../objects/distinctEvidence';

/** Paths that differ in nothing but their node pools become one, with the evidence of all. */
export function mergePaths(paths: readonly EgressPath[]): EgressPath[] {
  const merged = new Map<string, EgressPath>();
  for (const path of paths) {
    const key = JSON.stringify([path.kind, path.hops, path.publicIps]);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? path
        : {
            ...known,
            nodePools: [
              ...new Set([...known.nodePools, ...path.nodePools]),
            ].sort(compareText),
            evidence: distinctEvidence([...known.evidence, ...path.evidence]),
          },
    );
  }
  return [...merged.values()];
}
