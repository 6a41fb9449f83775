import {
  Evidence,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { TargetSourceId, targetSources } from './targetFacts';

/** A requirement with the address of its source. */
export function requirement(options: {
  id: string;
  met: TargetRequirement['met'];
  message: string;
  /** Said only where it is not met. */
  remedy?: string;
  evidence?: Evidence[];
  source: TargetSourceId;
}): TargetRequirement {
  const { id, met, message, remedy, evidence = [], source } = options;
  return {
    id,
    met,
    message,
    ...(met === false && remedy !== undefined && { remedy }),
    evidence,
    source: targetSources[source].url,
  };
}
