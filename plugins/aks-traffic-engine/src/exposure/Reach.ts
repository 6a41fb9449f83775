import { Evidence, Exposure } from 'backstage-plugin-aks-traffic-common';
import { Contradiction } from '../model/draft';
import { widestExposure } from './widestExposure';

/** From how far away something can be reached, at which addresses, and what narrows it. */
export interface Reach {
  exposure: Exposure;
  addresses: string[];
  evidence: Evidence[];
  contradictions: Contradiction[];
  /** Properties of the way in that are shown beside the exposure and do not change it. */
  capabilities: Record<string, string | boolean>;
}

/** Several ways to the same thing, taken together: the widest one counts. */
export function combineReach(reaches: readonly Reach[]): Reach {
  return {
    exposure: widestExposure(reaches.map(({ exposure }) => exposure)),
    addresses: [...new Set(reaches.flatMap(({ addresses }) => addresses))],
    evidence: reaches.flatMap(({ evidence }) => evidence),
    contradictions: reaches.flatMap(({ contradictions }) => contradictions),
    capabilities: Object.fromEntries(
      reaches.flatMap(({ capabilities }) => Object.entries(capabilities)),
    ),
  };
}

/** A reach with nothing but an exposure and the reason for it. */
export function plainReach(
  exposure: Exposure,
  evidence: Evidence[] = [],
): Reach {
  return {
    exposure,
    addresses: [],
    evidence,
    contradictions: [],
    capabilities: {},
  };
}
