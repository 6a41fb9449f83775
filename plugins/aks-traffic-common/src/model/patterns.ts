import { MigrationTarget, TargetRequirement } from './assessment';

/**
 * What a cluster has of what a target needs, whatever moves there.
 *
 * @public
 */
export interface ClusterTarget {
  target: MigrationTarget;
  requirements: TargetRequirement[];
}

/**
 * An approved way for a new service to take traffic.
 *
 * @public
 */
export type PatternId =
  | 'application-gateway-for-containers'
  | 'app-routing-public'
  | 'app-routing-internal'
  | 'mesh-gateway'
  | 'front-door-private-link'
  | 'cluster-only'
  | 'layer-4';

/**
 * Who a new service is for.
 *
 * @public
 */
export type PatternExposure = 'public' | 'internal' | 'cluster-only';

/**
 * A pattern, whether the platform team approves it, and whether a cluster can run it.
 *
 * @public
 */
export interface PatternOption {
  id: PatternId;
  title: string;
  /** One sentence on what it is. */
  summary: string;
  exposures: PatternExposure[];
  /** What a cluster, a subscription or a network must have. */
  needs: string[];
  gives: string[];
  limits: string[];
  /** When it is the one to take. */
  whenToUse: string[];
  /** Whether the platform's policy allows it here. */
  approved: boolean;
  /** The policy's reason, where it gives one. */
  policyReason?: string;
  /** Whether the cluster has what it needs. */
  eligible: boolean | 'unknown';
  requirements: TargetRequirement[];
  /** Whether this is the one to take; at most one is. */
  recommended: boolean;
  /** Why it is not offered here, one sentence each; empty for what is. */
  whyNot: string[];
  /** ISO date of the facts about it. */
  asOf: string;
  sources: string[];
}

/**
 * Body of `GET /patterns`.
 *
 * @public
 */
export interface PatternList {
  cluster: string;
  environment?: string;
  /** What can be taken first, the recommended one at the top. */
  items: PatternOption[];
  /** What is never offered to a new service, and why. */
  neverOffered: { name: string; reason: string }[];
}

/**
 * Query of `GET /patterns`.
 *
 * @public
 */
export interface PatternQuery {
  cluster: string;
  environment?: string;
  exposure?: PatternExposure;
}
