import {
  Exposure,
  MigrationEffort,
  Risk,
} from 'backstage-plugin-aks-traffic-common';

/*
 * The places of words in lists that are sorted by them. They are stored, so that an index can sort: a change needs a
 * migration. What people look for first has the lowest number, and equals then follow by name.
 */

/** Widest first. What is not known may be nearly anything. */
const exposures: Record<Exposure, number> = {
  public: 0,
  unknown: 1,
  'private-link': 2,
  internal: 3,
  'node-port': 4,
  pending: 5,
  'cluster-only': 6,
};

/** Worst first. What is not known ranks above the findings that can wait. */
const risks: Record<Risk, number> = {
  critical: 0,
  high: 1,
  unknown: 2,
  medium: 3,
  low: 4,
  info: 5,
  none: 6,
};

/** Most first. */
const efforts: Record<MigrationEffort, number> = {
  high: 0,
  medium: 1,
  low: 2,
  unknown: 3,
  none: 4,
};

/** After every score. */
const noScore = 1;

export function exposureColumns(exposure: Exposure) {
  return { exposure, exposure_order: exposures[exposure] };
}

export function riskColumns(risk: Risk) {
  return { risk, risk_order: risks[risk] };
}

export function scoreColumns(score: number | undefined) {
  return {
    score: score ?? null,
    score_order: score === undefined ? noScore : -score,
  };
}

export function effortColumns(effort: MigrationEffort) {
  return { effort, effort_order: efforts[effort] };
}
