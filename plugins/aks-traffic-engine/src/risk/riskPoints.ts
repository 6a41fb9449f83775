/** What each line of a score adds. All weights are here, and explained in docs/risk-score.md. */
export const riskPoints = {
  'support-announced': 10,
  'support-approaching': 20,
  'support-ending': 35,
  'support-ended': 45,
  'public-exposure': 20,
  'unknown-exposure': 20,
  'private-link-exposure': 10,
  'internal-exposure': 8,
  'node-port-exposure': 8,
  'raw-configuration': 10,
  'access-control': 5,
  'known-vulnerabilities': 15,
  'outdated-version': 5,
  'unknown-version': 15,
  'effort-medium': 5,
  'effort-high': 10,
  'effort-unknown': 10,
  'partly-read': 10,
} as const satisfies Record<string, number>;

/** Name of a line that a score can have. */
export type RiskLineId = keyof typeof riskPoints;

/** Scores end here. */
export const highestScore = 100;
