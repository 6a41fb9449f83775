import {
  Exposure,
  MigrationEffort,
  Risk,
} from 'backstage-plugin-aks-traffic-common';

/*
 * The places of words in lists that are sorted by them. They are stored, so that an index can sort: a change needs a
 * migration.
 */

/** Narrowest first. What is not known may be nearly anything. */
const exposures: Record<Exposure, number> = {
  'cluster-only': 0,
  pending: 1,
  'node-port': 2,
  internal: 3,
  'private-link': 4,
  unknown: 5,
  public: 6,
};

/** Least first. What is not known ranks above the findings that can wait. */
const risks: Record<Risk, number> = {
  none: 0,
  info: 1,
  low: 2,
  medium: 3,
  unknown: 4,
  high: 5,
  critical: 6,
};

/** Least first. */
const efforts: Record<MigrationEffort, number> = {
  none: 0,
  unknown: 1,
  low: 2,
  medium: 3,
  high: 4,
};

export function exposureColumns(exposure: Exposure) {
  return { exposure, exposure_order: exposures[exposure] };
}

export function riskColumns(risk: Risk) {
  return { risk, risk_order: risks[risk] };
}

export function effortColumns(effort: MigrationEffort) {
  return { effort, effort_order: efforts[effort] };
}
