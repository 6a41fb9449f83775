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
 * What a cluster has for what new services choose besides their pattern.
 *
 * @public
 */
export interface ClusterChoices {
  /** What each way out needs of the cluster; the way of the cluster needs nothing. */
  egress: { id: EgressId; requirements: TargetRequirement[] }[];
  /** Revisions of the Istio add-on in the cluster, such as `asm-1-30`; absent where that was not read. */
  meshRevisions?: string[];
}

/**
 * A way out for a new service: that of the cluster, a fixed address by the Static Egress Gateway, or the way of the
 * cluster to named hosts only.
 *
 * @public
 */
export type EgressId = 'cluster' | 'static' | 'names';

/**
 * A way out, and whether a cluster can do it.
 *
 * @public
 */
export interface EgressOption {
  id: EgressId;
  title: string;
  /** One sentence on what it is. */
  summary: string;
  eligible: boolean | 'unknown';
  requirements: TargetRequirement[];
  /** Why it is not offered here, one sentence each; empty for what is. */
  whyNot: string[];
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
  /** Ways out, that of the cluster first. */
  egress: EgressOption[];
  /** Revisions of the Istio add-on in the cluster; absent where that is not known. */
  meshRevisions?: string[];
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
