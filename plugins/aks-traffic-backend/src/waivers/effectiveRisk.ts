import {
  Risk,
  ServiceTraffic,
  Waiver,
  waiverCovers,
} from 'backstage-plugin-aks-traffic-common';
import { riskOf } from 'backstage-plugin-aks-traffic-engine';

/** A Service as it counts while some of its findings are waived. */
export interface EffectiveRisk {
  risk: Risk;
  /** How many of its findings are waived. */
  waived: number;
}

/**
 * The risk of a Service without the findings that are waived. Where not everything was read, what is left when all
 * are waived is unknown, and not none.
 */
export function effectiveRisk(options: {
  service: Pick<ServiceTraffic, 'risk' | 'findings'>;
  readWhole: boolean;
  /** The waivers of the Service that count now. */
  waivers: readonly Pick<Waiver, 'ruleId' | 'subject'>[];
}): EffectiveRisk {
  const { service, readWhole, waivers } = options;
  const counting = service.findings.filter(
    finding => !waivers.some(waiver => waiverCovers(waiver, finding)),
  );
  const waived = service.findings.length - counting.length;
  return {
    risk: waived === 0 ? service.risk : riskOf(counting, readWhole),
    waived,
  };
}
