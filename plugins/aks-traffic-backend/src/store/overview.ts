import {
  ClusterTraffic,
  ControllerSummary,
} from 'backstage-plugin-aks-traffic-common';

/** What lists of clusters show of the verdicts on one, small enough to be read for all of them. */
export interface ClusterOverview {
  sku?: string;
  controllers: ControllerSummary[];
  /** How many there are. */
  findings: number;
}

export function toOverview(traffic: ClusterTraffic): ClusterOverview {
  return {
    sku: traffic.sku,
    controllers: traffic.controllers.map(({ system, version, exposure }) => ({
      system,
      version,
      exposure,
    })),
    findings: traffic.findings.length,
  };
}
