/** What policies do to one direction of a workload's traffic. */
export type Isolation =
  /** No policy selects the pods. */
  | 'open'
  /** Policies select the pods and one of them allows everything. */
  | 'allow-all'
  /** What no policy allows is denied. */
  | 'default-deny';

export const directions = ['ingress', 'egress'] as const;

export type Direction = (typeof directions)[number];

/** What one policy says about one direction of the pods it selects. */
export interface DirectionRules {
  isolates: boolean;
  allowsAll: boolean;
}

/** Policies add up: any one isolates, and any one that allows everything undoes that. */
export function isolationBy(rules: readonly DirectionRules[]): Isolation {
  if (!rules.some(rule => rule.isolates)) {
    return rules.some(rule => rule.allowsAll) ? 'allow-all' : 'open';
  }
  return rules.some(rule => rule.allowsAll) ? 'allow-all' : 'default-deny';
}
